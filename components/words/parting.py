"""What a visitor reads of the page on which texts part; a sentence that is the same in every language has it here."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class PartingWords:
    """What a visitor reads of the page on which texts part."""

    parting_title: str
    parting_lead: str
    parting_settings: str
    compared: str
    compared_help: str
    parting_two: str
    schedule_lead: str
    ledger_lead: str
    first_parting: str
    position: str
    position_before: str
    position_after: str
    row: str
    seen_same: str
    seen_parting: str
    seen_cut: str
    pick_at: str
    pick_join: str
    parted_before: str
    pick: str
    pick_kept: str
    pick_tie: str
    pick_enters: str
    pick_never: str
    pick_never_before: str
    picked: str
    second: str
    picked_elsewhere: str
    most_likely: str
    cut_here: str
    role_cut: str
    score: str
    worth: str
    total: str
    units: str
    noise_lines_lead: str
    rays_lead: str
    noise_lines_alt: str
    rays_alt: str
    temperature_axis: str
    score_axis: str
    luck: str
    picked_at: str
    second_at: str
    cut_at: str
    lower: str
    bands: str
    bands_lead: str
    bands_cut: str
    bands_alt: str
    entropy_axis: str
    others: str
    branch: str
    branch_lead: str
    branch_character: str
    branch_button: str
