"""Everything a visitor reads: what there is to say, one dataclass a page, and one folder a language that says it."""

from dataclasses import dataclass, field, fields, replace
from functools import lru_cache

from components.words.calibration import CalibrationWords
from components.words.cut import CutWords
from components.words.explore import ExploreWords
from components.words.files import FileWords
from components.words.frame import FrameWords
from components.words.in_keras import InKerasWords
from components.words.instrument import InstrumentWords
from components.words.lesson import LessonWords
from components.words.numbers import NumbersWords
from components.words.own import OwnWords
from components.words.parting import PartingWords
from components.words.pictures import PicturesWords
from components.words.schedule import ScheduleWords
from components.words.sweep import SweepWords
from components.words.tour import TourWords
from components.words.units import UnitsWords, filled


@dataclass(frozen=True)
class Words:
    """All sentences of one language, page by page."""

    calibration: CalibrationWords
    cut: CutWords
    explore: ExploreWords
    files: FileWords
    frame: FrameWords
    in_keras: InKerasWords
    instrument: InstrumentWords
    lesson: LessonWords
    numbers: NumbersWords
    own: OwnWords
    parting: PartingWords
    pictures: PicturesWords
    schedule: ScheduleWords
    sweep: SweepWords
    tour: TourWords
    units: UnitsWords
    _unfilled: "Words | None" = field(default=None, compare=False, repr=False)

    def of(self, unit: str) -> "Words":
        """Return the sentences for texts in which a unit of `UnitsWords` is counted.

        Examples
        --------
        >>> from components.words.en import ENGLISH
        >>> ENGLISH.of("line").explore.word_share, ENGLISH.of("line").of("word") == ENGLISH
        ('listed lines', True)
        """
        return _of(self._unfilled or self, unit)


@lru_cache(maxsize=16)
def _of(unfilled: Words, unit: str) -> Words:
    pages = [page.name for page in fields(Words) if page.name not in ("units", "_unfilled")]
    given = {page: filled(getattr(unfilled, page), getattr(unfilled.units, unit)) for page in pages}
    return replace(unfilled, **given, _unfilled=unfilled)
