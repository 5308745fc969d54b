"""What a visitor reads of the first page; a sentence that is the same in every language has it here."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class ExploreWords:
    """What a visitor reads of the first page."""

    # The prompt
    prompt: str
    prompt_help: str
    add_line_break: str
    line_break_button: str
    examples: str
    example_sure: str
    example_two: str
    example_open: str
    example_line: str
    unknown_characters: str
    empty_prompt: str
    long_prompt: str

    # You are the sampler
    draw: str
    draw_more: str
    draw_help: str
    likeliest: str
    likeliest_more: str
    likeliest_help: str
    take_back: str
    take_back_help: str
    start_again: str
    start_again_help: str

    # The live figure
    saying_zero: str
    saying_below: str
    saying_one: str
    saying_above: str
    temperature: str
    as_trained: str
    play: str
    play_stop: str
    chance: str
    tempered: str
    base: str
    tempered_short: str
    base_short: str
    chance_now: str
    character: str
    logit: str
    rank: str
    most_likely: str
    choices: str
    entropy: str
    certain: str
    others_count: str
    others_together: str
    others_spoken: str
    uniform: str
    uniform_short: str
    stretched: str
    live_description: str
    logarithmic: str
    logarithmic_help: str
    every_character: str
    every_character_help: str
    as_table: str
    table_page: str
    space: str
    line_break: str
    probability_column: str
    base_column: str

    # The arithmetic
    arithmetic: str
    arithmetic_lead: str
    arithmetic_sum: str
    arithmetic_limit: str
    others_row: str

    # Side by side
    settings: str
    temperatures: str
    temperatures_help: str
    length: str
    seed: str
    seed_help: str
    another_seed: str
    another_seed_help: str
    add_zero: str
    add_zero_help: str
    copy_link: str
    copy_text: str
    copied: str
    column_title: str = "T = {temperature:g}"
    slider_title: str
    same_as: str
    lowest: str
    shares_with: str
    differs_at_once: str
    slider_nearest: str
    slider_few: str
    slider_coming: str
    slider_coming_alone: str
    parting: str
    character_hint: str

    # The same without the cut, below
    twins: str
    twins_wanted: str
    twin_title: str
    twin_same: str
    twin_shares: str
    twin_at_once: str
    twin_coming: str
    twin_parting: str
    twin_hint: str

    # Around the columns
    legend_luck: str
    legend_tint: str
    legend_last: str
    mean_surprisal: str
    bits_per_character: str
    word_share: str
    distinct_trigrams: str
    nothing: str = "–"
    measures_title: str
    measures_help: str
    downloads_title: str
    download_csv: str
    download_json: str
    bad_temperature: str
    temperature_twice: str
    no_temperatures: str
