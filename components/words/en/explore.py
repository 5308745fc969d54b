"""English: the first page."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Explore:
    """What a visitor reads of the first page."""

    # The prompt
    prompt: str = "Text so far"
    prompt_help: str = (
        "The network guesses what comes after this text. Type, and every character re-draws the bars. ⏎ or \\n is a "
        "line break, \\\\ a backslash."
    )
    add_line_break: str = "Add a line break"
    line_break_button: str = "⏎"
    examples: str = "Examples"
    example_names: tuple[str, ...] = ("After a q", "In the middle of a word", "After a full stop", "A speech begins")
    example_prompts: tuple[str, ...] = (
        "First Citizen:\nWe are accounted poor citizens, the q",
        "First Citizen:\nBefore we proceed any further, hear me sp",
        "All:\nSpeak, speak.",
        "Speak, speak.\n\n",
    )
    unknown_characters: str = "This network does not know {characters}, so that was left out."
    empty_prompt: str = "The text so far is empty, so the network starts from “{character}”."
    long_prompt: str = "The text so far has {length:,} characters; only the last {limit:,} are read."

    # You are the sampler
    draw: str = "Draw one"
    draw_more: str = "by chance"
    draw_help: str = (
        "Draw the next character by its chance at this temperature and add it to the text, with the luck of the "
        "columns: after “Back” the same one comes again"
    )
    likeliest: str = "Most likely"
    likeliest_more: str = "one"
    likeliest_help: str = "Add the most likely character, as T = 0 does"
    take_back: str = "Back"
    take_back_help: str = "Take the last added character away again"
    start_again: str = "Start again"
    start_again_help: str = "Take all added characters away again"

    # The live figure
    saying_zero: str = (
        "T = 0 always takes the most likely character. Sooner or later its words repeat, and from there it makes the "
        "same choices again: it goes round in circles."
    )
    saying_below: str = (
        "Below 1 the most likely character gains and the others lose: safer text, which soon repeats itself."
    )
    saying_one: str = "At T = 1 the chances are exactly what the network learned. Drag T down, then up."
    saying_above: str = (
        "Above 1 the chances level out: more variety, more mistakes. The higher T, the closer every character comes "
        "to 1 in {count}; that would be pure noise."
    )
    temperature: str = "Temperature T"
    as_trained: str = "1 = as the network learned"
    play: str = "Move the slider to and fro by itself"
    play_stop: str = "Stop the slider"
    chance: str = "chance of coming next"
    tempered: str = "Bars: each character's chance of coming next, at this T"
    base: str = "Lines: at T = 1 (they stay)"
    chance_now: str = "chance at this T"
    character: str = "character"
    logit: str = "score (logit) z, in nats"
    rank: str = "rank"
    most_likely: str = "most likely: {character}, {chance}"
    choices: str = "as hard to guess as {choices} equally likely characters"
    entropy: str = "(entropy: log₂ {choices} = {bits} bits)"
    certain: str = "no choice left"
    others_count: str = "{count} others together"
    others_together: str = "{chance}"
    others_spoken: str = "{count} others together: {chance}"
    uniform: str = "all equally likely would be 1 in {count} ({chance}) each"
    live_description: str = (
        "Bar chart of the chance of each of the {characters} characters to come next, the most likely first, with a "
        "temperature slider. Bars follow the slider; ticks stay at T = 1. The table below has all the numbers. "
        "Choosing a bar adds its character to the text."
    )
    logarithmic: str = "Logarithmic axis"
    logarithmic_help: str = "Shows chances down to one in a million, so that the small ones can be read too."
    every_character: str = "A bar for every character"
    every_character_help: str = "As narrow as need be; what still finds no room stays together at the right."
    as_table: str = "All characters as a table"
    table_page: str = "Page, from 1 to {pages}"
    space: str = "space"
    line_break: str = "line break"
    probability_column: str = "chance at T = {temperature:g}"
    base_column: str = "chance at T = 1"

    # The arithmetic
    arithmetic: str = "The arithmetic"
    arithmetic_lead: str = (
        "From a score to a chance in four steps; drag the slider and see each of them change. Subtracting the largest "
        "before the exponential changes no chance, and keeps the numbers small."
    )
    arithmetic_sum: str = "sum"
    arithmetic_limit: str = "the limit: 1 for the largest"
    others_row: str = "all others"

    # Side by side
    settings: str = "Temperatures, length, seed"
    temperatures: str = "Temperatures of the columns"
    temperatures_help: str = "Up to {most} of them, from 0 to {highest:g}. Choose, or type a number of your own."
    length: str = "Characters to write"
    seed: str = "Seed"
    seed_help: str = "What the luck is drawn from: the same seed, the same luck, the same text again."
    another_seed: str = "Another seed"
    another_seed_help: str = "Other luck, the same for all columns"
    add_zero: str = "+ T = 0"
    add_zero_help: str = "Add a column that always takes the most likely character"
    copy_link: str = "Copy link"
    copy_text: str = "Copy this text"
    copied: str = "Copied."
    column_title: str = "T = {temperature:g}"
    slider_title: str = "Slider: T = {temperature:g}"
    same_as: str = "the same as T = {temperature:g}"
    lowest: str = "each is compared with its left"
    shares_with: str = "as T = {temperature:g} for {count} characters"
    differs_at_once: str = "differs from T = {temperature:g} at once"
    slider_coming: str = "being written; this is T = {temperature:g}"
    slider_coming_alone: str = "being written …"
    parting: str = "Here this text parts from its neighbour"
    character_hint: str = "{character} · surprise {bits:.1f} bits at T = 1 · choose it to see why it was picked"
    legend_luck: str = (
        "Same luck (random numbers) in every column: only T makes them part. Pale: as in the column to its left. "
        "Frame: the first difference."
    )
    legend_tint: str = (
        "Tint: surprise, judged at T = 1. Each bit halves the chance: 1 bit is 1 in 2, 2 bits 1 in 4, 3 bits 1 in 8"
    )
    legend_last: str = "{level}+"
    mean_surprisal: str = "average surprise"
    bits_per_character: str = "{value:.2f} bits"
    word_share: str = "real words"
    distinct_trigrams: str = "new 3-word runs"
    nothing: str = "–"
    measures_title: str = "The numbers under the texts"
    measures_help: str = (
        "- **Average surprise**: how surprising the network itself, at T = 1, finds each character of the text, in "
        "bits: 1 bit is a chance of 1 in 2, 2 bits 1 in 4, 3 bits 1 in 8.\n"
        "- **Real words**: the share of the words that also stand in the text that the network learned from.\n"
        "- **New 3-word runs**: the share of all runs of three words that are not a repetition.\n\n"
        "In a column, **pale** is what a text shares with the column on its left; the **frame** is on the first "
        "character that differs. The slider's column has its frame where it parts from the column nearest in T."
    )
    downloads_title: str = "Download"
    download_csv: str = "Texts as CSV"
    download_json: str = "Texts as JSON"
    bad_temperature: str = "“{value}” is not a temperature from 0 to {highest:g}, so it was left out."
    temperature_twice: str = "“{value}” is T = {temperature:g}, which is there already; it is taken once."
    no_temperatures: str = "Choose at least one temperature to see what the network writes at it."
