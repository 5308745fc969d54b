"""What a visitor reads of a temperature that changes along the text; what is the same in every language has it here."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class ScheduleWords:
    """What a visitor reads of a temperature that changes along the text."""

    # The fields, folded away beside the slider
    schedule: str
    lead: str
    clear_help: str
    kind: str
    kind_help: str
    stays: str
    linear: str
    cosine: str
    word: str
    start: str
    end: str
    first: str
    inside: str
    wanted: str
    no_spaces: str

    # Its text among the columns
    head_linear: str = "{start} → {end}"
    head_cosine: str
    head_word: str
    character_at: str

    # The slider meanwhile
    saying: str
