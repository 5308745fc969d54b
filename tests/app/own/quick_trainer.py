"""A process in the trainer's place, for tests of the page: it reports without a network, and heeds the same files.

It stops where there is a stop file, and keeps what it has where its input is closed.
"""

import math
import select
import shutil
import sys
import time
from dataclasses import replace
from pathlib import Path

from components.own import progress, store
from components.own.progress import Best, Point, Progress, Watched
from components.own.wish import TEMPERATURES, Wish

QUICK, SLOW = 0.05, 60.0  # seconds from one report to the next; one of them stands for a tenth of the training
NEVER = math.inf  # it does not get ready
_LOOK = 0.05


def main(network: Path, beat: float, folder: Path) -> None:
    """Report ten times, and publish a copy of a network."""
    wish, text = Wish.from_json((folder / store.WISH).read_text("utf-8")), (folder / store.TEXT).read_text("utf-8")
    reached = progress.read(folder) or Progress(of_seconds=60.0 * wish.minutes, kinds=len(set(text)))
    if beat == NEVER:
        progress.write(replace(reached, phase="beginning"), folder)
        time.sleep(60)
    reached = replace(reached, phase="training", characters_per_second=20_000.0)
    for number in range(len(reached.points) + 1, 11):
        seconds = reached.of_seconds * number / 10
        point = Point(seconds, number / 2, 3 / number + 1, 3 / number + 1.2)
        watched = [Watched(t, text[:10], f"at {t:g}, report {number} " * 15) for t in TEMPERATURES]
        reached = replace(reached, seconds=seconds, points=(*reached.points, point), watched=watched)
        progress.write(replace(reached, predictions=5_000, best=Best(0.9, 0.02)), folder)
        until = time.monotonic() + beat
        while time.monotonic() < until and not (folder / store.STOP).exists():
            if select.select([sys.stdin], [], [], _LOOK)[0]:
                return
        if (folder / store.STOP).exists():
            break
    progress.write(replace(reached, phase="finishing"), folder)
    shutil.copytree(network, folder / store.NETWORK, dirs_exist_ok=True)
    progress.write(replace(reached, phase="done"), folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]), Path(sys.argv[3]))
