"""Simplified Chinese: one module a page."""

from components.words import Words
from components.words.zh.calibration import CALIBRATION
from components.words.zh.cut import CUT
from components.words.zh.explore import EXPLORE
from components.words.zh.files import FILES
from components.words.zh.frame import FRAME
from components.words.zh.in_keras import IN_KERAS
from components.words.zh.instrument import INSTRUMENT
from components.words.zh.lesson import LESSON
from components.words.zh.numbers import NUMBERS
from components.words.zh.own import OWN
from components.words.zh.parting import PARTING
from components.words.zh.pictures import PICTURES
from components.words.zh.schedule import SCHEDULE
from components.words.zh.sweep import SWEEP
from components.words.zh.tour import TOUR
from components.words.zh.units import UNITS

CHINESE = Words(
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
