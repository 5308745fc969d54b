"""English: one module a page."""

from components.words import Words
from components.words.en.calibration import CALIBRATION
from components.words.en.cut import CUT
from components.words.en.explore import EXPLORE
from components.words.en.files import FILES
from components.words.en.frame import FRAME
from components.words.en.in_keras import IN_KERAS
from components.words.en.instrument import INSTRUMENT
from components.words.en.lesson import LESSON
from components.words.en.numbers import NUMBERS
from components.words.en.own import OWN
from components.words.en.parting import PARTING
from components.words.en.pictures import PICTURES
from components.words.en.schedule import SCHEDULE
from components.words.en.sweep import SWEEP
from components.words.en.tour import TOUR
from components.words.en.units import UNITS

ENGLISH = Words(
    calibration=CALIBRATION,
    cut=CUT,
    explore=EXPLORE,
    files=FILES,
    frame=FRAME,
    in_keras=IN_KERAS,
    instrument=INSTRUMENT,
    lesson=LESSON,
    numbers=NUMBERS,
    own=OWN,
    parting=PARTING,
    pictures=PICTURES,
    schedule=SCHEDULE,
    sweep=SWEEP,
    tour=TOUR,
    units=UNITS,
).of("word")
