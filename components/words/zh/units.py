"""Simplified Chinese: what is counted in a network's texts."""

from components.words.units import UnitsWords, UnitWords

UNITS = UnitsWords(
    word=UnitWords(
        known="真词",
        meaning="在训练文字里出现过的词",
        runs="不重复的三词组",
        run="三个词连成的组合",
    ),
    line=UnitWords(
        known="名单里的行",
        meaning="训练用的名单里有的整行",
        runs="不重复的三行组",
        run="相连三行的组合",
    ),
    pair=UnitWords(
        known="见过的字对",
        meaning="在训练文字里出现过的相邻两字",
        runs="不重复的三字组",
        run="三个字连成的组合",
    ),
)
