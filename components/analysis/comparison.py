"""A comparison of cuts and of temperatures by place in the word with constant temperatures.

``python -m components.analysis.sweep --comparison`` writes comparison.json beside the weights.
"""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from components.analysis import stored
from components.analysis.by_heart import copied_share, stretches
from components.analysis.comparison_results import MEASURES, Comparison, to_content
from components.analysis.comparison_setting import ComparisonSetting
from components.analysis.cost import Cost
from components.analysis.quality import word_share
from components.analysis.repetition import compressed_share
from components.language_model import corpus, folder, known
from components.language_model.lexicon import Lexicon
from components.temperature import kept

if TYPE_CHECKING:  # what this imports takes seconds
    from components.language_model.sample import Drawn
    from components.language_model.sampling import Sampler

Report = Callable[[int, int], None]  # texts that are done, and all of them


def run(
    sampler: "Sampler",
    lexicon: Lexicon,
    setting: ComparisonSetting,
    text: str | None = None,
    *,
    report: Report = lambda *_: None,
) -> Comparison:
    """Generate and measure the texts of a comparison, batch by batch.

    Parameters
    ----------
    sampler : Sampler
        The model.
    lexicon : Lexicon
        What is known of its training text.
    setting : ComparisonSetting
        The texts to generate.
    text : str, optional
        The whole corpus that the model was trained with; without it, what was learnt by heart is not measured.
    report : callable, optional
        Called after every batch. What it raises ends the work.

    Raises
    ------
    UnknownCharacterError
        If the prompt holds a character that the model does not know.
    """
    split = None if text is None else corpus.split(text)
    learnt = None if split is None else stretches(split.training)
    names = MEASURES if learnt is not None else MEASURES[:-1]
    texts, measured = setting.constant, list[list[float]]()
    for batch in sampler.sample_rows(texts.prompt, [*setting.rows()], texts.length, size=texts.batch):
        measured += [measured_text(drawn, lexicon, learnt) for drawn in batch]
        report(len(measured), setting.texts)
    figures = np.array(measured).reshape(texts.samples, len(setting.candidates), len(MEASURES))
    real = _passages_copied(split.validation, learnt, texts.length) if split and learnt is not None else []
    return Comparison(
        setting, {name: figures[..., place] for place, name in enumerate(names)}, np.array(real, np.float64)
    )


def measured_text(drawn: "Drawn", lexicon: Lexicon, learnt: AbstractSet[str] | None) -> list[float]:
    """Return the figures of a generated text, `MEASURES` in order; NaN where there is none.

    Parameters
    ----------
    drawn : Drawn
        The text, with its logits.
    lexicon : Lexicon
        What is known of the training text.
    learnt : set of str or None
        The stretches of the training text, as from `by_heart.stretches`.
    """
    left = [
        kept(drawn.logits[part], drawn.decoding, drawn.temperatures[part]).sum(axis=-1) for part in drawn.stretches()
    ]
    figures = (
        word_share(drawn.text, lexicon),
        compressed_share(drawn.text),
        float(np.concatenate(left).mean()),
        None if learnt is None else copied_share(drawn.text, learnt),
    )
    return [np.nan if figure is None else figure for figure in figures]


def _passages_copied(held_out: str, learnt: AbstractSet[str], length: int) -> list[float]:
    """Return how much of each whole passage of the held-out text also stands in the training text."""
    passages = (held_out[start : start + length] for start in range(0, len(held_out) - length + 1, length))
    return [share for passage in passages if (share := copied_share(passage, learnt)) is not None]


def write(
    model: Path,
    setting: ComparisonSetting,
    text: str | None = None,
    output: Path | None = None,
    *,
    report: Report = lambda *_: None,
) -> tuple[Comparison, Path]:
    """Compare the candidates for a model and store the results, by default beside its weights.

    Parameters
    ----------
    model : Path
        The model's folder.
    setting : ComparisonSetting
        The texts to write. Where nothing parts words, temperatures by place in the word are left out.
    text : str, optional
        The whole corpus that the model was trained with, for what was learnt by heart.
    output : Path, optional
        Another folder to write the file into.
    report : callable, optional
        As for `run`.

    Returns
    -------
    comparison : Comparison
        The results.
    path : Path
        The file.

    Raises
    ------
    ModelError
        If the model cannot be read.
    ValueError
        If the prompt holds a character that the model does not know, the corpus is another one, or there is no such
        folder.
    RoomError
        If there is no room for the file.
    """
    output = stored.checked_output(output or model)
    lexicon, vocabulary = known.lexicon(model), folder.vocabulary(model)
    vocabulary.encode(setting.constant.prompt)  # a bad prompt is told before the network is loaded
    if text is not None:
        stored.check_corpus(model, text)
    if " " not in vocabulary.characters:
        setting = replace(setting, first=(), inside=())

    with stored.reserving(output, stored.COMPARISON, Cost(setting.texts, setting.constant.length).size):
        from components.language_model.loading import load

        compared = run(load(model).sampler, lexicon, setting, text, report=report)
        origin = stored.provenance(model) | {"corpus_sha256": None if text is None else corpus.sha256(text)}
        return compared, stored.save(output, stored.COMPARISON, to_content(compared, origin))
