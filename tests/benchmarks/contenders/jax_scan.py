"""JAX's way: a `lax.scan` over the characters, under `jit`."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import jax
import numpy as np
from jax import lax
from jax import numpy as jnp

from tests.benchmarks.contenders.contract import SEED, Weights


class JaxScan:
    """The whole text is one compiled call, for its length and number of temperatures."""

    name = "JAX, lax.scan under jit"
    source = "https://docs.jax.dev/en/latest/_autosummary/jax.lax.scan.html"
    one_at_a_time = False
    longest = None
    threads = True

    def __init__(self, weights: Weights, threads: int) -> None:
        self.vocabulary = weights.vocabulary
        self.weights = {
            "embedding": jnp.asarray(weights.embedding),
            "cells": [
                (jnp.asarray(np.concatenate([cell.kernel, cell.recurrent])), jnp.asarray(cell.bias))
                for cell in weights.cells
            ],
            "head": (jnp.asarray(weights.kernel), jnp.asarray(weights.bias)),
        }

    def write(self, prompt: str, temperatures: Sequence[float], length: int) -> list[str]:
        """Scan the prompt, then scan the text, with all temperatures as one batch."""
        column = jnp.asarray(temperatures, jnp.float32)[:, None]
        codes = _written(self.weights, jnp.asarray(self.vocabulary.encode(prompt)), column, length)
        return [self.vocabulary.decode(row) for row in np.asarray(codes).T]


@partial(jax.jit, static_argnames="length")
def _written(weights: Any, prompt: Any, temperatures: Any, length: int) -> Any:
    """Write texts from a zero state; the codes, (length, rows)."""
    rows = temperatures.shape[0]
    zeros = [jnp.zeros((rows, bias.shape[0] // 4)) for _, bias in weights["cells"]]
    states = [(zero, zero) for zero in zeros]

    def read(carried: Any, code: Any) -> Any:
        states, _ = carried
        return _step(weights, jnp.full(rows, code), states), None

    def pick(carried: Any, key: Any) -> Any:
        states, logits = carried
        codes = jnp.argmax(logits + temperatures * jax.random.gumbel(key, logits.shape), axis=-1)  # (rows,)
        return _step(weights, codes, states), codes

    begun, _ = lax.scan(read, (states, jnp.zeros((rows, weights["head"][1].shape[0]))), prompt)
    return lax.scan(pick, begun, jax.random.split(jax.random.key(SEED), length))[1]


def _step(weights: Any, codes: Any, states: Any) -> Any:
    values, after = weights["embedding"][codes], []  # (rows, features)
    for (kernel, bias), (hidden, carry) in zip(weights["cells"], states, strict=True):
        gates = jnp.concatenate([values, hidden], axis=1) @ kernel + bias  # (rows, 4 * units)
        enter, forget, new, leave = jnp.split(gates, 4, axis=1)
        carry = jax.nn.sigmoid(forget) * carry + jax.nn.sigmoid(enter) * jnp.tanh(new)
        values = jax.nn.sigmoid(leave) * jnp.tanh(carry)
        after.append((values, carry))
    kernel, bias = weights["head"]
    return after, values @ kernel + bias
