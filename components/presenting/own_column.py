"""The slider's own column: a text for every temperature of it, or the one whose temperature changes along it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from components.analysis.quality import surprisals
from components.language_model.lexicon import Lexicon
from components.language_model.sample import Sample
from components.language_model.scene import Setting
from components.presenting.columns import Column, Measures, column, columns, measures
from components.presenting.schedule import head
from components.presenting.texts import levels
from components.temperature.schedule import temperatures_along
from components.words import Words

_DECIMALS = 2  # of a temperature along the text


@dataclass(frozen=True)
class SliderTexts:
    """The texts of the slider's own column, in as few bytes as will do.

    Attributes
    ----------
    title : str
        What stands above them, with a blank for the temperature.
    temperatures : list of float
        Those of the slider that the texts belong to.
    texts : list of str
        What was written at each.
    levels : list of str
        The strength of each character's tint, a digit each.
    measures : list of tuple of (str, str)
        Names and values that stand below each.
    whole : bool
        Whether that is all there is to it: until a hand comes to the slider, only the text that it rests at is there.
    along : list of float, optional
        The temperature of each character, where it changes along the only text.
    """

    title: str
    temperatures: list[float]
    texts: list[str]
    levels: list[str]
    measures: list[Measures]
    whole: bool
    along: Sequence[float] = ()


def slider_texts(samples: Sequence[Sample], lexicon: Lexicon, words: Words) -> SliderTexts:
    """Return the texts of the slider's own column.

    Parameters
    ----------
    samples : sequence of Sample
        One for each temperature of the slider, in rising order; or the one that it rests at, or none.
    lexicon : Lexicon
        What is counted in a text, and what of it is known.
    words : Words
        The reader's language.
    """
    temperatures = [sample.temperature for sample in samples]
    whole = len(samples) > 1
    return _slider_texts(words.explore.slider_title, temperatures, columns(samples, lexicon), words, whole=whole)


def scheduled_text(sample: Sample | None, setting: Setting, lexicon: Lexicon, words: Words) -> SliderTexts:
    """Return the text of a setting's schedule: while there is one, it is that of the slider's own column.

    Parameters
    ----------
    sample : Sample or None
        The text; None while it is being written.
    setting : Setting
        What it was written with.
    lexicon : Lexicon
        What is counted in a text, and what of it is known.
    words : Words
        The reader's language.
    """
    schedule, temperature = setting.schedule, setting.next_temperature
    if schedule is None or temperature is None:
        raise ValueError(f"the setting has no schedule: {setting}")
    above = head(schedule, words)
    if sample is None:
        return _slider_texts(above, [], [], words, whole=True)
    along = temperatures_along(schedule, sample.text, setting.prompt, setting.noise_start).round(_DECIMALS).tolist()
    return replace(_slider_texts(above, [temperature], [column(sample, lexicon)], words, whole=True), along=along)


def _slider_texts(
    above: str, temperatures: list[float], shown: Sequence[Column], words: Words, *, whole: bool
) -> SliderTexts:
    return SliderTexts(
        title=above,
        temperatures=temperatures,
        texts=[column.sample.text for column in shown],
        levels=[levels(surprisals(column.sample.base_log_probabilities)) for column in shown],
        measures=[measures(column, words) for column in shown],
        whole=whole,
    )
