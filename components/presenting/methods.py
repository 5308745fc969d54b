"""What the methods of the thread make of a prediction: their errors, and probabilities beside each other, as tables."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from components.language_model.vocabulary import Vocabulary
from components.presenting.glyphs import glyph, name, plain
from components.presenting.numbers import percent, plain_number, rounded, short_number
from components.temperature import Decoding, apply_temperature, kept_log_probabilities, published, reweight
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
    return _error(outcome) + (" ⚠" if outcome.warnings else "") + ("" if outcome.accepted else " †")


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


_EXAMPLE_LOGITS, _EXAMPLE_CUT = (3.0, 2.0, 1.0), Decoding(0.5, top_p=0.8)  # both orders keep another set


def one_token(words: Words) -> str:
    """Return the sentences on what dividing the log-probability of a single token by T comes to."""
    temperature = _EXAMPLE_CUT.fixed_temperature
    base, right = (apply_temperature(_EXAMPLE_LOGITS, t)[0] for t in (1, temperature))
    return words.in_keras.one_token.format(
        logits=", ".join(map(short_number, _EXAMPLE_LOGITS)),
        temperature=temperature,
        base=plain_number(base, 4),
        divided=plain_number(np.exp(np.log(base) / temperature), 4),
        right=plain_number(right, 4),
    )


def orders(words: Words) -> Table:
    """Return an example of a cut before and after the temperature, a row for each logit."""
    temperature = _EXAMPLE_CUT.fixed_temperature
    base, tempered = (apply_temperature(_EXAMPLE_LOGITS, t) for t in (1, temperature))
    last, first = (
        np.exp(kept_log_probabilities(_EXAMPLE_LOGITS, replace(_EXAMPLE_CUT, cut_first=cut_first)))
        for cut_first in (True, False)
    )
    return {
        words.in_keras.order_logit: list(map(short_number, _EXAMPLE_LOGITS)),
        words.in_keras.order_chance.format(temperature=1): [plain_number(p, 3) for p in base],
        words.in_keras.order_chance.format(temperature=temperature): [plain_number(p, 3) for p in tempered],
        words.in_keras.order_last: [plain_number(p, 3) if p else words.in_keras.order_cut for p in last],
        words.in_keras.order_first: [plain_number(p, 3) if p else words.in_keras.order_cut for p in first],
    }


def why_the_order_matters(words: Words) -> str:
    """Return the sentences on why both orders keep another set in the example."""
    temperature = _EXAMPLE_CUT.fixed_temperature
    base, tempered = (apply_temperature(_EXAMPLE_LOGITS, t) for t in (1, temperature))
    return words.in_keras.order_why.format(
        share=_EXAMPLE_CUT.top_p,
        temperature=temperature,
        first=plain_number(base[0], 3),
        second=plain_number(base[1], 3),
        both=plain_number(base[0] + base[1], 3),
        alone=plain_number(tempered[0], 3),
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
