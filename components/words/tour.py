"""What a visitor reads of the guided start; a sentence that is the same in every language has it here."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class TourWords:
    """What a visitor reads of the guided start."""

    tour_offer: str
    tour_start: str
    tour_step: str
    tour_guess: str
    tour_tell: str
    tour_back: str
    tour_next: str
    tour_finish: str
    tour_skip: str
    tour_answer: str
    tour_right: str
    tour_wrong: str
    tour_hides: str

    fall_question: str
    fall_intro: str
    fall_options: tuple[str, ...]
    fall_check: str
    fall_told: str

    made_question: str
    made_intro: str
    made_option: str
    made_check: str
    made_told: str

    part_question: str
    part_intro: str
    part_options: tuple[str, ...]
    part_check: str
    part_told: str
    part_told_same: str
    part_why: str

    trained_question: str
    trained_intro: str
    trained_options: tuple[str, ...]
    trained_check: str
    trained_told: str

    hot_question: str
    hot_intro: str
    hot_options: tuple[str, ...]
    hot_check: str
    hot_told: str
