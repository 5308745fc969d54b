"""Simplified Chinese."""

from dataclasses import dataclass

from components.words.en import Words
from components.words.zh.calibration import Calibration
from components.words.zh.explore import Explore
from components.words.zh.frame import Frame
from components.words.zh.in_keras import InKeras
from components.words.zh.parting import Parting
from components.words.zh.sweep import Sweep
from components.words.zh.tour import Tour


@dataclass(frozen=True)
class Chinese(Calibration, Frame, Explore, InKeras, Parting, Sweep, Tour, Words):
    """Everything in Simplified Chinese."""


CHINESE = Chinese()
