"""Simplified Chinese."""

from dataclasses import dataclass

from components.words.en import Words
from components.words.zh.explore import Explore
from components.words.zh.frame import Frame
from components.words.zh.in_keras import InKeras
from components.words.zh.parting import Parting


@dataclass(frozen=True)
class Chinese(Frame, Explore, InKeras, Parting, Words):
    """Everything in Simplified Chinese."""


CHINESE = Chinese()
