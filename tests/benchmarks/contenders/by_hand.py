"""The network by hand, in NumPy."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from tests.benchmarks.contenders.contract import SEED, Weights


class PlainNumPy:
    """The network by hand: a matrix product for the gates of each layer."""

    name = "NumPy by hand"
    source = "https://gist.github.com/karpathy/d4dee566867f8291f086"
    one_at_a_time = False
    longest = None
    threads = True

    def __init__(self, weights: Weights, threads: int) -> None:
        self.vocabulary, self.embeddings = weights.vocabulary, weights.embedding
        self.cells = [(np.concatenate([cell.kernel, cell.recurrent]), cell.bias) for cell in weights.cells]
        self.kernel, self.bias = weights.kernel, weights.bias

    def _step(self, codes: Any, states: list[Any]) -> Any:
        values = self.embeddings[codes]
        for layer, ((kernel, bias), (hidden, carry)) in enumerate(zip(self.cells, states, strict=True)):
            enter, forget, new, leave = np.split(np.concatenate([values, hidden], axis=1) @ kernel + bias, 4, axis=1)
            carry = _sigmoid(forget) * carry + _sigmoid(enter) * np.tanh(new)
            values = _sigmoid(leave) * np.tanh(carry)
            states[layer] = (values, carry)
        return values @ self.kernel + self.bias

    def write(self, prompt: str, temperatures: Sequence[float], length: int) -> list[str]:
        """Step through the prompt, then draw and step, with all temperatures as one batch."""
        rows, random = len(temperatures), np.random.default_rng(SEED)
        column = np.array(temperatures, np.float32)[:, None]
        states = [(np.zeros((rows, len(bias) // 4), np.float32),) * 2 for _, bias in self.cells]
        for code in self.vocabulary.encode(prompt):
            scores = self._step(np.full(rows, code), states)
        result = []
        for _ in range(length):
            noise = random.gumbel(size=scores.shape).astype(np.float32)
            codes = (scores + column * noise).argmax(axis=-1)
            result.append(codes)
            scores = self._step(codes, states)
        return [self.vocabulary.decode(row) for row in np.transpose(result)]


def _sigmoid(values: Any) -> Any:
    return 1 / (1 + np.exp(-values))
