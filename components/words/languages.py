"""The languages that there are, by the name that they have in a link."""

from components.words.en import ENGLISH
from components.words.zh import CHINESE

DEFAULT = "en"
LANGUAGES = {"en": ENGLISH, "zh": CHINESE}
NAMES = {"en": "English", "zh": "中文"}
