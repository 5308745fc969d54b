"""What a visitor reads of the page "Why they part"; a sentence that is the same in every language has it here."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class PartingWords:
    """What a visitor reads of the page "Why they part"."""

    # Why they part
    parting_title: str
    parting_lead: str
    compared: str
    compared_help: str
    parting_two: str
    ledger: str
    ledger_lead: str
    first_parting: str
    position: str
    position_before: str
    position_after: str
    row: str
    pick: str
    pick_overtook: str
    pick_held: str
    pick_led_and_lucky: str
    pick_tie: str
    pick_at_zero: str
    pick_tie_at_zero: str
    parted_before: str
    noise_lines: str
    noise_lines_lead: str
    noise_lines_alt: str
    temperature_axis: str
    score: str
    luck: str
    picked_at: str
    bands: str
    bands_lead: str
    bands_alt: str
    entropy_axis: str
    others: str
    branch: str
    branch_lead: str
    branch_character: str
    branch_button: str
