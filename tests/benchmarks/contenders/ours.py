"""Ours."""

from collections.abc import Sequence

from components.language_model.loading import load
from tests.benchmarks.contenders.contract import SEED, Weights


class Ours:
    """The compiled loop of `components.language_model.sampling`, on the threads that it takes itself."""

    name = "ours: one compiled loop"
    source = "components/language_model/sampling.py"
    one_at_a_time = False
    longest = None
    threads = False

    def __init__(self, weights: Weights, threads: int) -> None:
        self.sampler = load().sampler
        self.sampler.warm_up()

    def write(self, prompt: str, temperatures: Sequence[float], length: int) -> list[str]:
        """Write all temperatures at once."""
        drawn = self.sampler.sample(prompt, temperatures, length, SEED, alone=len(temperatures) == 1)
        return [sample.text for sample in drawn]
