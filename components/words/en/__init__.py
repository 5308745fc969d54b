"""English, and the names of all sentences: one module a page."""

from dataclasses import dataclass

from components.words.en.calibration import Calibration
from components.words.en.explore import Explore
from components.words.en.frame import Frame
from components.words.en.in_keras import InKeras
from components.words.en.parting import Parting
from components.words.en.sweep import Sweep
from components.words.en.tour import Tour


@dataclass(frozen=True)
class Words(Calibration, Frame, Explore, InKeras, Parting, Sweep, Tour):
    """What a visitor reads; the defaults are English."""


ENGLISH = Words()
