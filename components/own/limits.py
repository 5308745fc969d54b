"""What a process beside the server may take of the machine: low priority, one thread, limits on memory and time."""

import os
import sys
from contextlib import suppress
from pathlib import Path

TENSORFLOW = 600_000_000  # bytes that TensorFlow takes before it does anything

ENVIRONMENT = {
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_NUM_INTRAOP_THREADS": "1",
    "TF_NUM_INTEROP_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "CUDA_VISIBLE_DEVICES": "",  # it computes where everybody else computes
}

_NICE = 10
_FIRST_TO_GO = "500"  # of 1000: a machine whose memory is used up ends this process before its server
_SPARE = 3  # times what is needed: a limit that a sound run never meets

if sys.platform != "win32":
    import resource


def let_others_first() -> None:
    """Lower the priority of this process, and let it be the first to go where memory is used up."""
    with suppress(OSError, AttributeError):
        os.nice(_NICE)
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(_FIRST_TO_GO)


def set_limits(memory: int) -> None:
    """Limit the memory of this process to some times the bytes that it needs, and forbid it to leave its core behind.

    The limit is on data, not on addresses, of which TensorFlow reserves far more than it uses.
    """
    if sys.platform == "win32":
        return
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_DATA, (_SPARE * memory, _SPARE * memory))
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def set_time(seconds: int) -> None:
    """Limit how long this process may use a processor."""
    if sys.platform == "win32":
        return
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
