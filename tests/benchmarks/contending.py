"""A contender in a process of its own, with a number of threads of its own.

In one process the threads of one library, which spin for a while when their work is done, would slow down the
others. The parent asks by lines of JSON and is answered by lines of JSON.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from components.language_model.workers import cores
from tests.benchmarks.contenders import Contender, MissingLibraryError, Weights, kind

WARM_UP = 0.1  # seconds before each turn: its weights are in the cache again, the processor at its speed
WARM_UP_LENGTH = 10  # characters

# What the libraries read when they start.
_THREADS = (
    "NPROC",
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "TF_NUM_INTRAOP_THREADS",
    "TF_NUM_INTEROP_THREADS",
)


class Rival:
    """A contender that runs in another process.

    Parameters
    ----------
    key : str
        Of `contenders.CONTENDERS`.
    weights : Path
        As `Weights.save` wrote them.
    threads : int or None
        How many it is to take; None for its own choice.

    Attributes
    ----------
    name, source : str
        As the contender's.
    one_at_a_time, takes_threads : bool
        As the contender's.
    longest : int or None
        As the contender's.

    Raises
    ------
    MissingLibraryError
        If its library is not installed.
    """

    def __init__(self, key: str, weights: Path, threads: int | None) -> None:
        self.key, self.threads = key, threads
        chosen = {} if threads is None else dict.fromkeys(_THREADS, str(threads))
        self._process = subprocess.Popen(
            [sys.executable, "-m", __name__, key, weights, str(threads or 0)],
            env=os.environ | chosen,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        told = self._answer()
        if "missing" in told:
            self.close()
            raise MissingLibraryError(told["missing"])
        self.name, self.source = str(told["name"]), str(told["source"])
        self.one_at_a_time, self.takes_threads = bool(told["one_at_a_time"]), bool(told["threads"])
        self.longest: int | None = told["longest"]

    def text(self, prompt: str, length: int) -> str:
        """Return what it writes at T = 0."""
        return str(self._ask(prompt=prompt, temperatures=[0.0], length=length, timed=False)["text"])

    def seconds(self, prompt: str, temperatures: Sequence[float], length: int) -> float:
        """Return how long it takes to write one text per temperature, when it is warm."""
        return float(self._ask(prompt=prompt, temperatures=temperatures, length=length, timed=True)["seconds"])

    def close(self) -> None:
        """End the process."""
        self._process.stdin.close()  # type: ignore[union-attr]
        self._process.wait()
        self._process.stdout.close()  # type: ignore[union-attr]

    def _ask(self, **request: Any) -> dict[str, Any]:
        print(json.dumps(request), file=self._process.stdin, flush=True)
        return self._answer()

    def _answer(self) -> dict[str, Any]:
        line = self._process.stdout.readline()  # type: ignore[union-attr]
        if not line:
            raise SystemExit(f"the process of {self.key} ended with {self._process.wait()}: see above")
        answer: dict[str, Any] = json.loads(line)
        return answer


def _serve(contender: Contender, requests: Any, answer: Any) -> None:
    known: set[tuple[int, int]] = set()
    for line in requests:
        request = json.loads(line)
        prompt, temperatures, length = request["prompt"], request["temperatures"], request["length"]
        if not request["timed"]:
            answer({"text": contender.write(prompt, temperatures, length)[0]})
            continue
        shape = (len(temperatures), length)
        if shape not in known and not contender.one_at_a_time:
            contender.write(prompt, temperatures, length)  # some compile for every shape
        known.add(shape)
        end = time.perf_counter() + WARM_UP
        while True:
            contender.write(prompt, temperatures, WARM_UP_LENGTH)
            if time.perf_counter() > end:
                break
        began = time.perf_counter()
        contender.write(prompt, temperatures, length)
        answer({"seconds": time.perf_counter() - began})


def main() -> None:
    """Be a contender: read requests, write answers, until there are no more."""
    key, weights, threads = sys.argv[1:]
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no answer

    def answer(content: dict[str, Any]) -> None:
        print(json.dumps(content), file=answers, flush=True)

    try:
        of_kind = kind(key)
    except MissingLibraryError as error:
        answer({"missing": str(error)})
        return
    contender = of_kind(Weights.load(Path(weights)), int(threads) or cores())
    fields = ("name", "source", "one_at_a_time", "longest", "threads")
    answer({name: getattr(contender, name) for name in fields})
    _serve(contender, sys.stdin, answer)


if __name__ == "__main__":
    main()
