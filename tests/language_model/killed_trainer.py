"""A trainer that is killed again and again: ``python -m tests.language_model.killed_trainer OUTPUT KILLS SEED``.

Writes OUTPUT/through, a run that nobody stopped, and OUTPUT/0, OUTPUT/1, … which were killed KILLS times in all and
started again each time. TensorFlow is imported once; every run is a fork of that process, which has done nothing else
with it. A run is killed within some milliseconds of a random one of the moments at which it opens, renames or removes a
file of its folder, by a signal that no Python code sees.
"""

import os
import random
import signal
import sys
from pathlib import Path

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["TF_NUM_INTRAOP_THREADS"] = "1"

from components.language_model.recipe import Recipe
from components.language_model.scene_criteria import Effort
from components.language_model.training.run import train
from tests.conftest import TEXT

RECIPE = Recipe(
    embedding=4, units=4, layers=1, lanes=2, steps=64, epochs=4, warmup_steps=2, dropout=0.3, dropconnect=0.3
)
EVENTS = {"open", "os.rename", "os.remove", "shutil.rmtree"}
DELAY = 0.03  # seconds


def kill_near(event: int, delay: float, output: Path) -> None:
    """Let this process die, with a delay in seconds, from an event in its folder."""
    seen = 0

    def audit(name: str, arguments: tuple[object, ...]) -> None:
        nonlocal seen
        if name in EVENTS and str(arguments[0]).startswith(str(output)):
            seen += 1
            if seen == event:
                signal.setitimer(signal.ITIMER_REAL, delay)  # nobody handles SIGALRM: it kills

    sys.addaudithook(audit)


def is_killed(output: Path, event: int = 0, delay: float = 0.0) -> bool:
    """Train in a process of its own, and return whether it was killed; it must not fail otherwise."""
    child = os.fork()
    if not child:
        if event:
            kill_near(event, delay, output)
        try:
            train(TEXT * 20, output, RECIPE, effort=Effort(prompts=1, rounds=0))
            os._exit(0)
        finally:
            sys.excepthook(*sys.exc_info())
            os._exit(1)
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        sys.exit(f"{output}: the run failed")
    return os.WIFSIGNALED(status)


def main(output: Path, kills: int, seed: int) -> None:
    """Train once undisturbed, and then with so many kills."""
    moments, folder = random.Random(seed), 0
    is_killed(output / "through")
    while kills:
        # About 40 events make a whole run; one that is started again has fewer, and may come to its end.
        if is_killed(output / str(folder), moments.randint(1, 15), max(1e-6, moments.uniform(0, DELAY))):
            kills -= 1
        else:
            folder += 1
    is_killed(output / str(folder))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
