"""The reference line of a sweep: the same measures on passages of the real held-out text.

``python -m components.analysis.reference`` writes reference.json beside the weights. The text itself is not kept.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from components.analysis import stored
from components.analysis.bootstrap import Estimate, estimates
from components.analysis.measures import SUMMED, Confidence, Measures, confidence, figure, measure
from components.analysis.stored import Stored
from components.language_model import corpus, known
from components.language_model.content import parse
from components.language_model.lexicon import Lexicon
from components.temperature import at_targets, log_probabilities

if TYPE_CHECKING:  # what this imports takes seconds
    from components.language_model.sampling import Sampler

LENGTHS = (250, 500, 1000)
LEAST_PASSAGES = 2  # a single one has no interval

Figures = dict[str, Estimate]


@dataclass(frozen=True)
class Reference:
    """The figures of real text.

    Attributes
    ----------
    lengths : dict of int to dict
        For each length of a passage, every figure of `measures.SUMMED`; an estimate's count is that of the passages.
    """

    lengths: dict[int, Figures]

    def nearest(self, length: int) -> int:
        """Return the length, of those measured, that is nearest to a text's.

        Compression and loops depend on the length: a page says which one a line is for.
        """
        return min(self.lengths, key=lambda measured: abs(measured - length))


def load(model: Path) -> Stored[Reference]:
    """Read the reference that is stored beside a model's weights.

    Raises
    ------
    ModelError
        If a file is missing or damaged.
    """
    return stored.load(model, stored.REFERENCE, _from_content)


@dataclass(frozen=True)
class _Passages:
    """The passages of one length, as a file has them."""

    figures: Figures


def _from_content(content: Any) -> Reference:
    lengths = parse(dict[int, _Passages], content["lengths"], "lengths")
    for length, measured in lengths.items():
        if not set(SUMMED) <= set(measured.figures):
            raise ValueError(f"the reference of {length} characters lacks one of {', '.join(SUMMED)}")
    if not lengths or min(lengths) < 1:
        raise ValueError(f"a reference has lengths of 1 or more, got {', '.join(map(str, lengths)) or 'none'}")
    return Reference({length: measured.figures for length, measured in lengths.items()})


def predictions(sampler: "Sampler", text: str) -> tuple[NDArray[np.float64], Confidence]:
    """Return a model's predictions of a text at T = 1, its state carried from the first character to the last.

    Returns
    -------
    log_probabilities : ndarray of float64, shape (length - 1,)
        Of each character from the second on, in nats.
    sure : Confidence
        Of the model in each of them.

    Raises
    ------
    UnknownCharacterError
        If the text holds a character that the model does not know.
    """
    logarithms, tops, entropies = [], [], []
    for logits, targets in sampler.predictions(sampler.vocabulary.encode(text)):
        logarithms.append(at_targets(log_probabilities(logits), targets))
        sure = confidence(logits, 1.0)
        tops.append(sure.top)
        entropies.append(sure.entropies)
    return np.concatenate(logarithms), Confidence(np.concatenate(tops), np.concatenate(entropies))


def passages(
    text: str, logarithms: NDArray[np.float64], sure: Confidence, length: int, lexicon: Lexicon
) -> Iterator[Measures]:
    """Yield the measures of a text's whole passages, which do not overlap; the remainder at the end is left out.

    Parameters
    ----------
    text : str
        The predicted characters.
    logarithms : ndarray of float64, shape (characters,)
        Their log-probabilities at T = 1, in nats.
    sure : Confidence
        Of the model in each of them.
    length : int
        Characters of a passage.
    lexicon : Lexicon
        What is known of the training text.
    """
    for start in range(0, len(text) - length + 1, length):
        part = slice(start, start + length)
        yield measure(text[part], logarithms[part], Confidence(sure.top[part], sure.entropies[part]), lexicon)


def reference(sampler: "Sampler", held_out: str, lexicon: Lexicon) -> dict[str, Any]:
    """Return the measures of a held-out text's passages, for JSON.

    Raises
    ------
    UnknownCharacterError
        If the text holds a character that the model does not know.
    ValueError
        If the text has fewer than two passages of the greatest length.
    """
    least = LEAST_PASSAGES * max(LENGTHS) + 1  # the first character has no prediction
    if len(held_out) < least:
        raise ValueError(
            f"the held-out text has {len(held_out)} characters, and two passages need {least}: give a longer text"
        )
    logarithms, sure = predictions(sampler, held_out)
    lengths = {}
    for length in LENGTHS:
        measured = list(passages(held_out[1:], logarithms, sure, length, lexicon))
        means = estimates(np.array([[figure(one, name) for name in SUMMED] for one in measured]))
        figures = {name: _rounded(estimate) for name, estimate in zip(SUMMED, means, strict=True)}
        lengths[str(length)] = {"passages": len(measured), "figures": figures}
    return {"held_out_characters": len(held_out), "lengths": lengths}


def _rounded(estimate: Estimate) -> dict[str, Any]:
    return {name: round(value, 5) if value is not None else None for name, value in asdict(estimate).items()}


def write(model: Path, text: str) -> Path:
    """Measure the held-out text of a corpus, store the figures beside a model's weights, and return their file.

    Parameters
    ----------
    model : Path
        The model's folder.
    text : str
        The whole corpus; its last tenth is measured.

    Raises
    ------
    ModelError
        If the model cannot be read.
    ValueError
        If the corpus is not the model's; or as `reference`.
    RoomError
        If there is no room for the file.
    """
    stored.check_corpus(model, text)
    lexicon = known.lexicon_if_any(model)
    with stored.reserving(model, stored.REFERENCE):
        from components.language_model.loading import load as load_model

        measures = reference(load_model(model).sampler, corpus.split(text).validation, lexicon)
        origin = stored.provenance(model) | {"corpus_sha256": corpus.sha256(text)}
        return stored.save(model, stored.REFERENCE, origin | measures)
