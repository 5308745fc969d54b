"""Cuts as others define them, written out with loops and full sorts: what ours is compared with.

The first three after Hugging Face transformers, `generation/logits_process.py` (TopKLogitsWarper, TopPLogitsWarper,
MinPLogitsWarper); the fourth after Tang et al., https://arxiv.org/abs/2411.07641, section 3.
"""

import math

import numpy as np
from numpy.typing import NDArray

from components.temperature import Decoding

Floats = NDArray[np.float64]


def softmax(scores: Floats) -> Floats:
    weights = np.exp(scores - scores.max())
    return weights / weights.sum()


def top_k(scores: Floats, number: int) -> Floats:
    """Remove all that are less than the last of the k largest."""
    border = sorted(scores, reverse=True)[min(number, len(scores)) - 1]
    return np.array([score if score >= border else -math.inf for score in scores])


def top_p(scores: Floats, share: float) -> Floats:
    """Remove, from the least likely on, those whose running sum is at most 1 - P, but never the last."""
    order = np.argsort(scores, kind="stable")
    running, warped = 0.0, scores.copy()
    for place in order[:-1]:
        running += softmax(scores)[place]
        if running <= 1 - share:
            warped[place] = -math.inf
    return warped


def min_p(scores: Floats, share: float) -> Floats:
    """Remove all whose probability is less than m times the largest."""
    probabilities = softmax(scores)
    border = share * max(probabilities)
    return np.array([s if p >= border else -math.inf for s, p in zip(scores, probabilities, strict=True)])


def top_nsigma(scores: Floats, number: float, whole: Floats) -> Floats:
    """Remove all that are more than n standard deviations of some logits below the largest of them."""
    finite = [score for score in whole if score > -math.inf]
    mean = sum(finite) / len(finite)
    sigma = math.sqrt(sum((score - mean) ** 2 for score in finite) / len(finite))
    return np.array([score if score >= max(whole) - number * sigma else -math.inf for score in scores])


def survivors(logits: Floats, decoding: Decoding, temperature: float) -> NDArray[np.bool_]:
    """Return whom all of them leave, one after the other, at a temperature above 0."""
    warm = logits / (1.0 if decoding.cut_first else temperature)
    scores = warm
    if decoding.top_k is not None:
        scores = top_k(scores, decoding.top_k)
    if decoding.top_p is not None and decoding.top_p < 1:
        scores = top_p(scores, decoding.top_p)
    if decoding.min_p is not None:
        scores = min_p(scores, decoding.min_p)
    if decoding.top_nsigma is not None:
        scores = top_nsigma(scores, decoding.top_nsigma, whole=warm)
    return scores > -math.inf


def with_ties(left: NDArray[np.bool_], logits: Floats) -> NDArray[np.bool_]:
    """Return those left and all that tie with the last of them: theirs drops some of the ties in top-p."""
    return (logits >= logits[left].min()) & (logits > -math.inf)
