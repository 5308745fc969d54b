"""What nobody expected: logged in full, under a short mark that a visitor can be told."""

import hashlib
import logging

_LOG = logging.getLogger(__name__)


def mark(error: BaseException) -> str:
    """Return the mark of an error: six hexadecimal digits, the same for the same kind and message.

    Examples
    --------
    >>> mark(ValueError("one")) == mark(ValueError("one")) != mark(ValueError("another"))
    True
    """
    return hashlib.sha256(f"{type(error).__qualname__}: {error}".encode()).hexdigest()[:6]


def log(error: BaseException) -> None:
    """Write an error with its traceback and its mark into the server's log."""
    _LOG.error("fault %s", mark(error), exc_info=error)
