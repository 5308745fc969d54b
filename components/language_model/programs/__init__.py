"""Whole small programs, to copy: each runs as it stands, with your own model put in. Needs no Keras itself."""

from pathlib import Path

FOLDER = Path(__file__).parent


def source(name: str) -> str:
    """Return a program as it stands.

    Examples
    --------
    >>> source("power").splitlines()[0].strip('"')
    'Change the temperature of probabilities: raise them to the power 1/T, normalise.'
    """
    return (FOLDER / f"{name}.py").read_text("utf-8")
