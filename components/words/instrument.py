"""What a visitor reads of the first page as one file for slides, and in it."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class InstrumentWords:
    """What a visitor reads of the first page as one file for slides, and in it."""

    download: str
    download_help: str
    character_hint: str
    network: str
    seed: str
    length: str
    no_cut: str
    made_with: str
    made_with_own: str
