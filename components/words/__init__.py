"""Everything a visitor reads: what there is to say, one dataclass a page, and one folder a language that says it."""

from dataclasses import dataclass

from components.words.calibration import Calibration
from components.words.explore import Explore
from components.words.frame import Frame
from components.words.in_keras import InKeras
from components.words.parting import Parting
from components.words.sweep import Sweep
from components.words.tour import Tour


@dataclass(frozen=True)
class Words:
    """All sentences of one language, page by page."""

    calibration: Calibration
    explore: Explore
    frame: Frame
    in_keras: InKeras
    parting: Parting
    sweep: Sweep
    tour: Tour
