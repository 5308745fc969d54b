"""English, and the names of all sentences."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """What a visitor reads; the defaults are English."""

    # The page
    title: str = "Temperature Explorer"
    explore: str = "Explore"
    lead: str = (
        "A small network has read Shakespeare, letter by letter. Drag the temperature and watch its guess of the "
        "next character change shape; below, the same network writes on at several temperatures."
    )
    what_is_it: str = "What is temperature?"
    explanation: str = (
        "After every character the network gives each of its {characters} characters a score $z_i$, called a "
        "**logit**. **Temperature** $T$ turns the scores into chances:"
    )
    formula: str = r"p_i(T) = \frac{e^{\,z_i / T}}{\sum_j e^{\,z_j / T}}"
    consequences: str = (
        "- **T = 1** leaves the chances as the network was trained.\n"
        "- **Below 1** the gaps between the scores grow: the likely becomes likelier, the text safer and sooner "
        "repeating itself. At **T = 0** the most likely character is always taken.\n"
        "- **Above 1** the gaps shrink: the chances level out, the text gets more varied, and more often wrong.\n\n"
        "The order of the characters never changes, only how far apart they stand. **Entropy** measures how open "
        "the choice is, in bits; an entropy of $H$ bits is as open as a choice among $2^H$ equally likely characters."
    )

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
    at_the_slider: str = "at the slider"
    column_title: str = "T = {temperature:g}"
    differs_from: str = "differs from T = {temperature:g} from character {position:,} on"
    same_as: str = "the same text as at T = {temperature:g}"
    parting: str = "Here this text parts from the column before it"
    character_hint: str = "{character} · {bits:.1f} bits of surprise at T = 1"
    legend: str = "Tint: how surprising the character was to the network at T = 1, in bits"
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
    no_temperatures: str = "Choose at least one temperature to see what the model writes at it."

    # The link
    link_clamped: str = "The link asked for {name} = {value}; the nearest that works here is {used}."
    link_dropped: str = "The link asked for {name} = “{value}”, which is not {wanted}; it was left out."
    link_several: str = "The link names {name} more than once; the last, “{used}”, is used."
    wanted_number: str = "a number"
    wanted_whole_number: str = "a whole number"
    link_too_many: str = "The link names {count} temperatures; the first {most} are shown."

    # The model
    model_missing: str = "The file {file} of the model “{model}” is missing."
    model_damaged: str = "The file {file} of the model “{model}” is damaged."
    model_unfit: str = "The file {file} of the model “{model}” does not fit what it is used for."
    model_mend: str = "Get it back with one of these commands, the second one into an empty folder:"
    model_coming: str = "The network is being loaded. The figure and the texts appear here in a few seconds."
    model_coming_behind: str = "The network is still being loaded; what you see was made beforehand."


ENGLISH = Words()
