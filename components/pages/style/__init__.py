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
)
STYLE = "\n".join((Path(__file__).parent / f"{sheet}.css").read_text("utf-8") for sheet in _SHEETS)
