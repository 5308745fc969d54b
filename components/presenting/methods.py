"""What the methods of the thread make of a prediction: their errors, and probabilities beside each other, as tables."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from components.language_model.vocabulary import Vocabulary
from components.presenting.glyphs import glyph, name, plain
from components.presenting.numbers import percent, plain_number, rounded, short_number
from components.temperature import apply_temperature, published, reweight
from components.words import Words

if TYPE_CHECKING:  # what this imports takes seconds
    from components.language_model.methods import Draws, Outcome, Prediction

Table = dict[str, list[str]]  # columns by title

_NOTHING = 1e-16  # errors below the precision of float64 near 1
_SHOWN = 5  # characters in the table of logits and probabilities
_FIRST = 16  # draws that are shown


def error(words: Words, outcome: "Outcome") -> str:
    """Return the sentence on a method's largest error."""
    return words.in_keras.difference.format(error=_error(outcome))


def _error(outcome: "Outcome") -> str:
    if np.isnan(outcome.error):
        return "NaN"
    return rounded(outcome.error, 1) if outcome.error > _NOTHING else "0"


def failures(words: Words, outcomes: Sequence["Outcome"]) -> Table:
    """Return the largest error of every method, a row each, at every temperature, and what else went wrong there."""
    names = {
        "scaled": words.in_keras.scaled,
        "layer": words.in_keras.layer,
        "log": words.in_keras.log,
        "power": words.in_keras.power,
        "log_published": words.in_keras.log_published,
        "power_published": words.in_keras.power_published,
        "unshifted": words.in_keras.unshifted,
        "mistake": words.in_keras.mistake,
    }
    cells = {(outcome.method, outcome.temperature): _cell(outcome) for outcome in outcomes}
    temperatures = dict.fromkeys(outcome.temperature for outcome in outcomes)
    columns = {f"T = {short_number(t)}": [cells[method, t] for method in names] for t in temperatures}
    return {words.in_keras.fails_method: list(names.values())} | columns


def _cell(outcome: "Outcome") -> str:
    return _error(outcome) + (" ⚠" if outcome.warnings else "") + ("" if outcome.accepted else " ✗")


def thresholds(words: Words, prediction: "Prediction") -> str:
    """Return the sentence on the temperatures below which the formulas as published fail."""
    probabilities, logits = prediction.probabilities, prediction.logits
    return words.in_keras.fails_thresholds.format(
        most_likely=percent(probabilities.max()),
        logit=plain_number(logits.max(), 1),
        underflow=rounded(float(published.underflows_below(probabilities)), 2),
        underflow_64=rounded(float(published.underflows_below(probabilities.astype(np.float64))), 2),
        overflow=rounded(float(published.overflows_below(logits)), 2),
        overflow_64=rounded(float(published.overflows_below(logits.astype(np.float64))), 2),
    )


def logits_or_probabilities(
    words: Words, vocabulary: Vocabulary, prediction: "Prediction", mistake: "Outcome"
) -> Table:
    """Return softmax(z / T), softmax(log p / T) and the common mistake for the most likely characters, a row each."""
    z, p, temperature = prediction.logits, prediction.probabilities, mistake.temperature
    order = np.argsort(-z, kind="stable")[:_SHOWN]

    def column(values: "np.ndarray[tuple[int, ...], np.dtype[np.floating]]", digits: int) -> list[str]:
        return [plain_number(value, digits) for value in values[order]]

    return {
        words.explore.character: [plain(name(vocabulary.characters[index], words)) for index in order],
        words.explore.logit: column(z, 3),
        words.explore.base_column: column(p, 4),
        words.in_keras.logarithm: column(np.log(p), 3),
        words.in_keras.from_logits: column(apply_temperature(z, temperature), 6),
        words.in_keras.from_logarithms: column(reweight(p, temperature), 6),
        words.in_keras.from_chances: column(mistake.probabilities, 6),
    }


def one_token(words: Words) -> str:
    """Return the sentences on what dividing the log-probability of a single token by T comes to."""
    logits, temperature = np.array([2.0, 1.0, 0.0]), 0.5
    base, right = apply_temperature(logits)[0], apply_temperature(logits, temperature)[0]
    return words.in_keras.one_token.format(
        logits=", ".join(map(short_number, logits)),
        temperature=temperature,
        base=plain_number(base, 3),
        divided=plain_number(np.exp(np.log(base) / temperature), 3),
        right=plain_number(right, 3),
    )


def draws(words: Words, vocabulary: Vocabulary, each: Sequence["Draws"]) -> Table:
    """Return the first draws of every way, a row each, and the largest error of the frequencies of all."""
    names = {
        "multinomial": words.in_keras.multinomial,
        "choice": words.in_keras.choice,
        "categorical": words.in_keras.categorical,
        "gumbel": words.in_keras.gumbel,
    }
    return {
        words.in_keras.drawing_way: [names[way.way] for way in each],
        words.in_keras.drawing_first.format(seed=each[0].seed): [
            plain(" ".join(glyph(vocabulary.characters[index]) for index in way.indices[:_FIRST])) for way in each
        ],
        words.in_keras.drawing_off: [percent(way.largest_error) for way in each],
    }
