"""The process that draws: a request a line, until its input ends."""

import json
import os
import re
import sys
from functools import lru_cache
from typing import Any

import vl_convert

from components.charts.drawing import PictureError

_NOTHING_FROM_OUTSIDE: list[str] = []  # addresses that a figure may load from
_FORBIDDEN_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_EASTERN = re.compile(
    "[\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)  # many a server has no font for them
_WITHOUT_FONT = "\U0010fffd"


def answer(kind: str, specification: dict[str, Any] | None = None, scale: float = 1.0) -> bytes:
    """Return a picture of a kind, "svg" or "png", or the script that draws figures, "script"."""
    if kind == "script":
        bundle: str = vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;")
        return bundle.encode()
    whole = json.dumps(_printable(specification), ensure_ascii=False)
    if kind == "svg":
        drawn: str = vl_convert.vegalite_to_svg(whole, allowed_base_urls=_NOTHING_FROM_OUTSIDE)
        return drawn.encode()
    eastern = _EASTERN.search(whole)
    if eastern and not _has_font(eastern[0]):
        raise PictureError(f"no font has {eastern[0]!r}", "font")
    pixels: bytes = vl_convert.vegalite_to_png(whole, scale=scale, allowed_base_urls=_NOTHING_FROM_OUTSIDE)
    return pixels


def _printable(value: Any) -> Any:
    """Return a value of JSON with a sign for every character that XML forbids: vl-convert ends at the sight of one."""
    if isinstance(value, str):
        return _FORBIDDEN_IN_XML.sub("\ufffd", value)
    if isinstance(value, dict):
        return {name: _printable(part) for name, part in value.items()}
    return [_printable(part) for part in value] if isinstance(value, list) else value


@lru_cache(maxsize=256)
def _has_font(sign: str) -> bool:
    """Return whether a sign looks otherwise than one that no font has."""
    return _drawn(sign) != _drawn(_WITHOUT_FONT)


def _drawn(sign: str) -> bytes:
    text = f'<text y="30" font-family="sans-serif">{sign}</text>'
    pixels: bytes = vl_convert.svg_to_png(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">{text}</svg>'
    )
    return pixels


def main() -> None:
    """Answer every line of the input, with the length of the answer before it."""
    if hasattr(os, "nice"):
        os.nice(10)  # whoever drags a slider goes first
    for line in sys.stdin.buffer:
        content = b""
        try:
            content = answer(**json.loads(line))
            head: dict[str, Any] = {"length": len(content)}
        except PictureError as error:
            head = {"kind": error.kind, "message": str(error)}
        except Exception as error:  # of whatever kind: the next request may be another
            head = {"kind": "broken", "message": str(error)}
        sys.stdout.buffer.write(json.dumps(head).encode() + b"\n" + content)
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
