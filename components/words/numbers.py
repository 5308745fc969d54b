"""What a visitor reads on the page for numbers of their own."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class NumbersWords:
    """What a visitor reads on the page for numbers of their own."""

    numbers_title: str
    numbers_lead: str
    field: str
    field_help: str
    example: str
    position: str
    kind: str
    logits: str
    log_probabilities: str
    not_in_link: str
    not_listed: str

    # The figure, where labels stand for characters
    tempered: str
    choices: str
    character: str
    others_count: str
    others_spoken: str
    description: str
    as_table: str
    lines: str
    lines_lead: str
    as_given: str

    # A list that is cut off
    rest: str
    rest_many: str
    rest_one: str
    rest_label: str
    others: str
    others_help: str
    others_few: str
    limits_lead: str
    limits_alt: str
    lowest: str
    highest: str
    others_together_row: str
    exact: str

    # What is wrong
    too_long: str
    unreadable_line: str
    nested_json: str
    unreadable_json: str
    no_list_in_json: str
    too_few: str
    too_many: str
    label_twice: str
    no_usable_number: str
    above_zero: str
    above_one: str
    none_listed: str
