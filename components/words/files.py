"""What a visitor reads of a model's files: what is wrong with one, why, what mends it, and what is left out."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class FileWords:
    """What a visitor reads of a model's files."""

    # What is wrong
    missing: str
    damaged: str
    unfit: str
    other_weights: str
    not_made: str
    because: str

    # Why, by the names of `language_model.reasons`
    checksum: str
    no_list: str
    no_file: str
    no_json: str
    place: str
    unfit_parts: str
    of_others: str
    no_character: str
    twice: str
    no_characters: str
    sizes: str
    not_finite: str
    otherwise: str
    damaged_network: str
    too_much: str
    weights_alone: str
    never_built: str
    layer: str
    setting: str
    no_chain: str
    arrays: str
    no_numbers: str
    window: str

    # What is left out without a file that a folder may lack
    without_scene: str
    without_words: str

    # What mends it, by where its folder came from
    mend_shipped: str
    mend_trained: str
    mend_brought: str
    mend_unknown: str
    mend_made: str
