"""The style of all pages: one sheet per part of the page, in the order in which they are read."""

from pathlib import Path

# A later one has its way.
_SHEETS = (
    "page",
    "prompt",
    "slider",
    "live",
    "cut",
    "schedule",
    "texts",
    "figures",
    "code",
    "calibration",
    "in_keras",
    "numbers",
    "own",
    "sweep",
    "tablet",
    "aside",
    "parting",
    "phone",
    "present",
    "sheet",
)


def sheet(name: str) -> str:
    """Return one of the sheets."""
    return (Path(__file__).parent / f"{name}.css").read_text("utf-8")


def quoted(text: str) -> str:
    """Return a text as a string of CSS."""
    return '"' + text.replace('"', "\\22 ") + '"'


STYLE = "\n".join(map(sheet, _SHEETS))
