"""What a visitor reads of the files that can be had of a page's figures."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class PicturesWords:
    """What a visitor reads of the files that can be had of a page's figures."""

    title: str
    lead: str
    one: str
    figure: str
    no_font: str
    broken: str

    # What figures are called that have no heading of their own
    bars: str
    lines: str
    along: str
    families: str
    kept: str
    limits: str
