"""Work behind the page: threads that let everybody else go first."""

import os
from contextlib import suppress
from threading import get_native_id


def let_others_first() -> None:
    """Give the thread that runs this the lowest claim to the machine that does not starve it."""
    with suppress(OSError, AttributeError):  # a thread has a priority of its own on Linux alone
        os.setpriority(os.PRIO_PROCESS, get_native_id(), 10)
