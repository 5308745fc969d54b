"""English: the first page."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Explore:
    """What a visitor reads of the first page."""

    # The prompt
    prompt: str = "The text so far"
    prompt_help: str = "Type: every character re-draws the bars. ⏎ is a line break; \\n is read as one."
    add_line_break: str = "Add a line break"
    line_break_button: str = "Add ⏎"
    examples: str = "Try one of these"
    example_names: tuple[str, ...] = ("after a q", "mid-word", "after a full stop", "a speech begins")
    example_prompts: tuple[str, ...] = (
        "First Citizen:\nWe are accounted poor citizens, the q",
        "First Citizen:\nBefore we proceed any further, hear me sp",
        "All:\nSpeak, speak.",
        "Speak, speak.\n\n",
    )
    unknown_characters: str = "This model does not know {characters}, so that was left out."
    empty_prompt: str = "The text so far is empty, so the model starts from “{character}”."
    long_prompt: str = "The text so far has {length:,} characters; only the last {limit:,} are read."

    # The live figure
    temperature: str = "Temperature T"
    as_trained: str = "1 = as trained"
    chance: str = "chance of coming next"
    tempered: str = "at temperature T"
    base: str = "at T = 1"
    character: str = "character"
    logit: str = "logit z (nats)"
    rank: str = "rank"
    entropy: str = "Entropy"
    bits: str = "bits"
    as_many_as: str = "as open as"
    choices: str = "equal choices"
    most_likely: str = "Most likely:"
    live_description: str = (
        "Bar chart of the chance of each of the {characters} characters to come next, the most likely first, with a "
        "temperature slider. Bars follow the slider; ticks stay at T = 1. The table below has all the numbers."
    )
    logarithmic: str = "Logarithmic axis"
    logarithmic_help: str = "Shows chances down to one in a million, so that the small ones can be read too."
    as_table: str = "All characters as a table"
    space: str = "space"
    line_break: str = "line break"
    probability_column: str = "chance at T = {temperature:g}"
    base_column: str = "chance at T = 1"

    # The arithmetic
    arithmetic: str = "The arithmetic, with the numbers in it"
    arithmetic_lead: str = (
        "From a score to a chance in four steps; drag the slider and see each of them change. Taking the largest off "
        "before the exponential changes no chance, and keeps the numbers small."
    )
    arithmetic_sum: str = "sum"

    # Side by side
    side_by_side: str = "Side by side"
    side_by_side_lead: str = (
        "One network, one seed: at every temperature the dice fall the same way, so these texts differ by "
        "temperature and by nothing else. They run along together until a character is picked differently."
    )
    temperatures: str = "Temperatures"
    temperatures_help: str = "From 1 to {most} of them, from 0 to {highest:g}. Choose, or type a number of your own."
    length: str = "Characters to write"
    seed: str = "Seed"
    seed_help: str = "The same seed gives the same text again."
    another_seed: str = "Another seed"
    slider_numbers: str = (
        "Written at this T: {bits:.2f} bits/char mean surprisal · {words} real words · {distinct} distinct 3-word runs"
    )
    column_title: str = "T = {temperature:g}"
    differs_from: str = "differs from T = {temperature:g} from character {position:,} on"
    same_as: str = "the same text as at T = {temperature:g}"
    parting: str = "Here this text parts from the column before it"
    character_hint: str = "{character} · {bits:.1f} bits of surprise at T = 1"
    legend: str = "Tint: how surprising the character was to the network at T = 1, in bits"
    choose_a_character: str = "Choose any character to see why it was picked: click, tap, or arrow keys and Enter."
    legend_last: str = "{level} or more"
    mean_surprisal: str = "mean surprisal"
    bits_per_character: str = "{value:.2f} bits/char"
    word_share: str = "real words"
    distinct_trigrams: str = "distinct 3-word runs"
    share: str = "{value:.0%}"
    nothing: str = "–"
    measures_help: str = (
        "**Mean surprisal**: how unlikely the network itself, at T = 1, finds what was written. **Real words**: "
        "whole words that stand in the text the network was trained on. **Distinct 3-word runs**: how few of the "
        "three-word sequences repeat."
    )
    measures_title: str = "What do the numbers under the texts say?"
    download_csv: str = "Samples as CSV"
    download_json: str = "Samples as JSON"
    bad_temperature: str = "“{value}” is not a temperature from 0 to {highest:g}, so it was left out."
    temperature_twice: str = "“{value}” is T = {temperature:g}, which is there already; it is taken once."
    no_temperatures: str = "Choose at least one temperature to see what the model writes at it."
