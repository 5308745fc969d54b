"""What a visitor reads of what is cut beside the temperature; what is the same in every language has it here."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class CutWords:
    """What a visitor reads of what is cut beside the temperature."""

    cut: str
    cut_lead: str
    clear: str
    clear_help: str

    # The four cuts
    top_k: str = "top-k"
    top_k_help: str
    top_p: str = "top-p"
    top_p_help: str
    min_p: str = "min-p"
    min_p_help: str
    top_nsigma: str = "top-nσ"
    top_nsigma_help: str
    wanted_number_of_characters: str
    wanted_share: str
    wanted_width: str

    # Before or after the temperature
    order: str
    order_help: str
    cut_after: str
    cut_before: str
    wanted_order: str

    # As programs have it
    as_llama_cpp: str
    as_llama_cpp_help: str
    as_hugging_face: str
    as_hugging_face_help: str
    as_api: str
    as_api_help: str
    presets_sources: str
    no_penalty: str

    # The live figure, with a cut
    base: str
    base_short: str
    base_column: str
    kept: str
    kept_short: str
    kept_spoken: str
    cut_spoken: str
    uncut_chance: str
    kept_title: str
    kept_always: str
    kept_from: str
    kept_never: str
    uniform_kept: str
    uniform_kept_short: str
    others_kept: str
    others_cut: str
    others_cut_spoken: str
    live_description_cut: str
    saying_below_moves: str
    saying_below_stays: str
    saying_one: str
    saying_above_moves: str
    saying_above_stays: str
    probability_uncut: str
    probability_kept: str
    arithmetic_kept: str

    # The cut in few words
    said: str = "{name} {value}"
