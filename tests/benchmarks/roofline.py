"""The least time that a step of the network could take on this machine, measured in the same run.

A step has to read every weight once and to do two operations a weight and row. The first is bounded by
how fast this machine reads as many bytes as the weights have (they fit in a cache, so main memory would
flatter us), the second by its fastest matrix product.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass
from statistics import median
from typing import Any

import keras
import numpy as np
import tensorflow as tf

PRODUCT_SIZES = (256, 512, 1024, 2048)


@dataclass(frozen=True)
class Roofline:
    """What this machine can do at most.

    Attributes
    ----------
    bytes_per_second : float
        Read rate at the weights' own size.
    operations_per_second : float
        Float32 rate of the fastest matrix product; a multiply-add counts two.
    """

    bytes_per_second: float
    operations_per_second: float

    def step_seconds(self, weights: int, rows: int) -> float:
        """Return the least time of a step of so many rows over so many float32 weights."""
        return max(4 * weights / self.bytes_per_second, 2 * weights * rows / self.operations_per_second)


def step_weights(network: keras.Model) -> int:
    """Count the weights that a step reads: all but the embedding, of which it reads one row."""
    return sum(layer.count_params() for layer in network.layers if not isinstance(layer, keras.layers.Embedding))


def measure(weights: int, repeats: int) -> Roofline:
    """Measure both rates, each as the best of NumPy and TensorFlow with all threads."""
    return Roofline(_read_rate(4 * weights, repeats), _product_rate(repeats))


def in_a_process(weights: int, repeats: int) -> Roofline:
    """Measure both rates in a process of their own, with all threads whatever this one was set to."""
    command = [sys.executable, "-m", __name__, str(weights), str(repeats)]
    run = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return Roofline(*json.loads(run.stdout.splitlines()[-1]))


def _fastest(jobs: Sequence[Callable[[], Any]], repeats: int) -> float:
    """Return the median seconds of the fastest job."""
    times: list[list[float]] = [[] for _ in jobs]
    for job in jobs:
        job()
    for _ in range(repeats):
        for job, taken in zip(jobs, times, strict=True):
            began = time.perf_counter()
            job()
            taken.append(time.perf_counter() - began)
    return min(map(median, times))


def _read_rate(size: int, repeats: int) -> float:
    rows, columns = size // 4 // 1024, 1024
    matrix = np.ones((rows, columns), np.float32)
    vector, left = np.ones(columns, np.float32), np.ones(rows, np.float32)
    tensor, held = tf.constant(matrix), tf.constant(vector)
    total = tf.function(lambda: tf.reduce_sum(tensor), jit_compile=True)
    product = tf.function(lambda: tf.linalg.matvec(tensor, held), jit_compile=True)
    again = 20  # reads in a row, so that a call's own cost does not count as reading

    def many(job: Callable[[], Any]) -> Callable[[], Any]:
        return lambda: [job() for _ in range(again)][-1]

    jobs = [
        many(lambda: matrix @ vector),
        many(lambda: left @ matrix),
        many(matrix.sum),
        many(matrix.max),
        many(lambda: np.asarray(tf.linalg.matvec(tensor, held))),
        many(lambda: np.asarray(tf.reduce_sum(tensor))),
        many(lambda: np.asarray(total())),
        many(lambda: np.asarray(product())),
    ]
    return again * matrix.nbytes / _fastest(jobs, repeats)


def _product_rate(repeats: int) -> float:
    best = 0.0
    for size in PRODUCT_SIZES:
        matrix = np.ones((size, size), np.float32)
        tensor = tf.constant(matrix)
        jobs = [lambda m=matrix: m @ m, lambda t=tensor: tf.matmul(t, t).numpy()]
        best = max(best, 2 * size**3 / _fastest(jobs, repeats))
    return best


if __name__ == "__main__":
    print(json.dumps(astuple(measure(*map(int, sys.argv[1:])))))
