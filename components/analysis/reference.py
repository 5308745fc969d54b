"""The reference line of a sweep: the same measures on passages of the real held-out text.

Run ``python -m components.analysis.reference --model shakespeare --corpus FILE``; it writes
reference.json beside the weights. The text itself is not kept.
"""

import argparse
import os
import sys
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from components.analysis import stored
from components.analysis.bootstrap import Estimate, estimates
from components.analysis.measures import SUMMED, Confidence, Measures, confidence, figure, measure
from components.language_model import corpus, folder
from components.temperature import at_targets, log_probabilities

if TYPE_CHECKING:  # what this imports takes seconds
    from components.language_model.sampling import Sampler

LENGTHS = (250, 500, 1000)
LEAST_PASSAGES = 2  # one has no interval

Summary = dict[str, Estimate]


@dataclass(frozen=True)
class Reference:
    """The figures of real text, as they were read from beside the weights.

    Attributes
    ----------
    lengths : dict of int to dict
        For each length of a passage, every figure of `measures.SUMMED`; an estimate's count says
        over how many passages.
    same_weights : bool
        Whether it was made with the weights that are beside it.
    command : str
        What makes it again.
    """

    lengths: dict[int, Summary]
    same_weights: bool
    command: str

    def nearest(self, length: int) -> int:
        """Give the length among those measured that is nearest to a text's.

        Compression and loops depend on the length: a page says which one a line is for.
        """
        return min(self.lengths, key=lambda measured: abs(measured - length))


def load(model: Path) -> Reference:
    """Read the reference that is kept beside a model's weights.

    Raises
    ------
    StoredError
        If the file is missing or damaged.
    ModelError
        If the model's record cannot be read.
    """
    found = stored.load(model, stored.REFERENCE)
    with stored.damage_told(model, stored.REFERENCE):
        lengths = {
            int(length): {name: Estimate(**entry["figures"][name]) for name in SUMMED}
            for length, entry in found.content["lengths"].items()
        }
        if not lengths:
            raise ValueError("a reference has at least one length of passages")
    return Reference(lengths, found.same_weights, found.command)


def predictions(sampler: "Sampler", text: str) -> tuple[NDArray[np.float64], Confidence]:
    """Read a text in one stream, from its first character on; say how each of the others was predicted.

    Returns
    -------
    log_probabilities : ndarray of float64, shape (length - 1,)
        Of each character from the second on, at T = 1, in nats.
    sure : Confidence
        How sure the model was before it, at T = 1.

    Raises
    ------
    UnknownCharacterError
        If the text holds a character that the model does not know.
    """
    base, tops, entropies = [], [], []
    for logits, targets in sampler.predictions(sampler.vocabulary.encode(text)):
        base.append(at_targets(log_probabilities(logits), targets))
        sure = confidence(logits, 1.0)
        tops.append(sure.top)
        entropies.append(sure.entropies)
    return np.concatenate(base), Confidence(np.concatenate(tops), np.concatenate(entropies))


def passages(
    text: str, chances: NDArray[np.float64], sure: Confidence, length: int, known: AbstractSet[str]
) -> Iterator[Measures]:
    """Measure the whole passages of a text; they do not overlap, and what remains at the end is left out.

    Parameters
    ----------
    text : str
        As many characters as there are predictions.
    chances : ndarray of float64
        Log-probabilities of its characters at T = 1, in nats.
    sure : Confidence
        How sure the model was of each.
    length : int
        Characters a passage.
    known : set of str
        The words of the training text.
    """
    for start in range(0, len(text) - length + 1, length):
        part = slice(start, start + length)
        yield measure(text[part], chances[part], Confidence(sure.top[part], sure.entropies[part]), known)


def reference(sampler: "Sampler", held_out: str, known: AbstractSet[str]) -> dict[str, Any]:
    """Measure the passages of a held-out text; give what is kept of it, for JSON.

    Raises
    ------
    UnknownCharacterError
        If the text holds a character that the model does not know.
    ValueError
        If the text has fewer than two passages of the greatest length.
    """
    least = LEAST_PASSAGES * max(LENGTHS) + 1  # the first character is predicted from nothing, and left out
    if len(held_out) < least:
        raise ValueError(
            f"the held-out text has {len(held_out)} characters, and two passages need {least}: give a longer text"
        )
    chances, sure = predictions(sampler, held_out)
    lengths = {}
    for length in LENGTHS:
        measured = list(passages(held_out[1:], chances, sure, length, known))
        found = estimates(np.array([[figure(one, name) for name in SUMMED] for one in measured]))
        kept = {name: _rounded(estimate) for name, estimate in zip(SUMMED, found, strict=True)}
        lengths[str(length)] = {"passages": len(measured), "figures": kept}
    return {"held_out_characters": len(held_out), "lengths": lengths}


def _rounded(estimate: Estimate) -> dict[str, Any]:
    return {name: round(value, 5) if value is not None else None for name, value in asdict(estimate).items()}


def write(model: Path, text: str) -> Path:
    """Measure the held-out text of a corpus and keep the figures beside a model's weights.

    Parameters
    ----------
    model : Path
        The model's folder.
    text : str
        The whole corpus; its last tenth is measured.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    ModelError
        If the model cannot be read.
    ValueError
        As `reference`.
    """
    known = folder.known_words(model)
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

    from components.language_model.loading import load as load_model

    made = reference(load_model(model).sampler, corpus.split(text).validation, known)
    content = {**stored.provenance(model), "corpus_sha256": corpus.sha256(text), **made}
    return stored.save(model, stored.REFERENCE, content)


def main() -> None:
    """Read the command line, measure the held-out text, write the file."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--model", default=folder.name_of(folder.DEFAULT_MODEL), help="a model's name, or its folder")
    parser.add_argument("--corpus", type=Path, required=True, help="the whole text; its last tenth is measured")
    arguments = parser.parse_args()
    try:
        print(write(folder.named(arguments.model), corpus.read(arguments.corpus)))
    except (folder.ModelError, ValueError, OSError) as error:
        sys.exit(f"reference: {error}")


if __name__ == "__main__":
    main()
