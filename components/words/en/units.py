"""English: what is counted in a network's texts."""

from components.words.units import UnitsWords, UnitWords

UNITS = UnitsWords(
    word=UnitWords(
        known="real words",
        meaning="words that occur in the training text",
        runs="unrepeated three-word runs",
        run="runs of three words",
    ),
    line=UnitWords(
        known="listed lines",
        meaning="whole lines that stand in the list that the network learned from",
        runs="unrepeated three-line runs",
        run="runs of three lines",
    ),
    pair=UnitWords(
        known="known pairs",
        meaning="pairs of neighbouring characters that occur in the training text",
        runs="unrepeated three-character runs",
        run="runs of three characters",
    ),
)
