"""Everything a visitor reads: what there is to say, one dataclass a page, and one folder a language that says it."""

from dataclasses import dataclass

from components.words.calibration import CalibrationWords
from components.words.cut import CutWords
from components.words.explore import ExploreWords
from components.words.files import FileWords
from components.words.frame import FrameWords
from components.words.in_keras import InKerasWords
from components.words.parting import PartingWords
from components.words.schedule import ScheduleWords
from components.words.sweep import SweepWords
from components.words.tour import TourWords


@dataclass(frozen=True)
class Words:
    """All sentences of one language, page by page."""

    calibration: CalibrationWords
    cut: CutWords
    explore: ExploreWords
    files: FileWords
    frame: FrameWords
    in_keras: InKerasWords
    parting: PartingWords
    schedule: ScheduleWords
    sweep: SweepWords
    tour: TourWords
