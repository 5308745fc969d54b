"""English: the first page."""

from components.words.explore import ExploreWords

EXPLORE = ExploreWords(
    prompt="Text so far",
    prompt_help=(
        "The network guesses what comes after this text. Type, and every character re-draws the bars. ⏎ or \\n is a "
        "line break, \\\\ a backslash."
    ),
    add_line_break="Add a line break",
    line_break_button="⏎",
    examples="Examples",
    example_sure="Nearly certain what follows",
    example_two="One of two",
    example_open="Almost anything may follow",
    example_line="A new line begins",
    unknown_characters="This network does not know {characters}, so that was left out.",
    empty_prompt="The text so far is empty, so the network starts from “{character}”.",
    long_prompt="The text so far has {length:,} characters; only the last {limit:,} are read.",
    draw="Draw one",
    draw_more="by chance",
    draw_help=(
        "Draw the next character by its chance at this temperature and add it to the text, with the luck of the "
        "columns: after “Back” the same one comes again"
    ),
    likeliest="Most likely",
    likeliest_more="one",
    likeliest_help="Add the most likely character, as T = 0 does",
    take_back="Back",
    take_back_help="Take the last added character away again",
    start_again="Start again",
    start_again_help="Take all added characters away again",
    saying_zero=(
        "T = 0 always takes the most likely character, so the same words always lead to the same choice. Once its "
        "words repeat, all that follows repeats too: it goes round in circles."
    ),
    saying_below=(
        "Below 1 the most likely character gains and the others lose: safer text, which soon repeats itself."
    ),
    saying_one="At T = 1 the chances are exactly what the network learned. Drag T down, then up.",
    saying_above=(
        "Above 1 the chances level out: more varied text, more mistakes. The higher T, the closer every character "
        "comes to 1 in {count}; that would be pure noise."
    ),
    temperature="Temperature T",
    as_trained="1 = as the network learned",
    play="Move the slider to and fro by itself",
    play_stop="Stop the slider",
    chance="chance of coming next",
    tempered="Bars: each character's chance of coming next, at this T",
    base="Lines: its chance at T = 1, to compare",
    tempered_short="Bars: chance at this T",
    base_short="Lines: at T = 1",
    chance_now="chance at this T",
    character="character",
    logit="score (logit) z, in nats",
    rank="rank",
    most_likely="most likely: {character}, {chance}",
    choices="as hard to guess as {choices} equally likely characters",
    entropy="(entropy {bits} bits ≈ log₂ {choices})",
    certain="no choice left",
    others_count="{count} others together",
    others_together="{chance}",
    others_spoken="{count} others together: {chance}",
    uniform="all equally likely would be 1 in {count} ({chance}) each",
    stretched="stretched below",
    uniform_short="equal: 1 in {count}",
    live_description=(
        "Bar chart of the chance of each of the {characters} characters to come next, the most likely first, with a "
        "temperature slider. Bars follow the slider; ticks stay at T = 1. The table below has all the numbers. "
        "Choosing a bar adds its character to the text."
    ),
    logarithmic="Logarithmic axis",
    logarithmic_help="Shows chances down to one in a million, so that the small ones can be read too.",
    every_character="A bar for every character",
    every_character_help="As narrow as need be; what still finds no room stays together at the right.",
    as_table="All characters as a table",
    table_page="Page, from 1 to {pages}",
    space="space",
    line_break="line break",
    probability_column="chance at T = {temperature:g}",
    base_column="chance at T = 1",
    arithmetic="The arithmetic",
    arithmetic_lead=(
        "From a score to a chance in four steps; drag the slider and see each of them change. Subtracting the largest "
        "before the exponential changes no chance, and keeps the numbers small."
    ),
    arithmetic_sum="sum",
    arithmetic_limit="the limit: 1 for the largest",
    others_row="all others",
    settings="Temperatures, length, seed",
    temperatures="Temperatures of the columns",
    temperatures_help="Up to {most} of them, from 0 to {highest:g}. Choose, or type a number of your own.",
    length="Characters to write",
    seed="Seed",
    seed_help="What the luck is drawn from: the same seed, the same luck, the same text again.",
    another_seed="Another seed",
    another_seed_help="Other luck, the same for all columns",
    add_zero="+ T = 0",
    add_zero_help="Add a column that always takes the most likely character",
    copy_link="Copy link",
    copy_text="Copy this text",
    copied="Copied.",
    slider_title="Slider: T = {temperature:g}",
    same_as="the same as T = {temperature:g} until you drag",
    lowest="fixed, like all on its right",
    shares_with="as T = {temperature:g} up to character {count}",
    differs_at_once="differs from T = {temperature:g} at once",
    slider_nearest="written at T = {temperature:g}, the nearest",
    slider_few=(
        "This network reads its last {window} characters anew for each one that it writes, which takes {window} times "
        "as long. So the slider's column is written at {count} temperatures, {step:g} apart, and shows the nearest."
    ),
    slider_coming="being written; this is T = {temperature:g}",
    slider_coming_alone="being written …",
    parting="Here this text parts from its neighbour",
    character_hint="{character} · surprise {bits:.1f} bits at T = 1 · choose it to see why it was picked",
    twins="And without the cut",
    twins_wanted="“on”",
    twin_title="{title}, without the cut",
    twin_same="the same: the cut changed nothing",
    twin_shares="the same up to character {count}",
    twin_at_once="the cut changed the first character",
    twin_coming="being written …",
    twin_parting="Here the cut changed the text",
    twin_hint="{character} · surprise {bits:.1f} bits at T = 1 · choose it to see what the cut changed first",
    legend_luck=(
        "Same luck (random numbers) in all columns. Grey letters: the same as in another column, named in the small "
        "line. Framed: where it differs."
    ),
    legend_tint="Tint: surprise at T = 1, in bits: 1 is a chance of 1 in 2, 2 is 1 in 4, 3 is 1 in 8",
    legend_last="{level}+",
    mean_surprisal="average surprise",
    bits_per_character="{value:.2f} bits",
    word_share="{known}",
    distinct_trigrams="{runs}",
    measures_title="The numbers under the texts",
    measures_help=(
        "- **Average surprise**: how surprising the network itself, at T = 1, finds each character of the text, in "
        "bits: 1 bit is a chance of 1 in 2, 2 bits 1 in 4, 3 bits 1 in 8.\n- **{Known}**: the share of {meaning}.\n- "
        "**{Runs}**: of all {run}, the share that the text did not have before.\n\nIn a column, **grey letters** are "
        "what a text shares with the column on its left; the **frame** is on the first character that differs. The "
        "slider's column has its frame where it parts from the column nearest in T."
    ),
    downloads_title="Download",
    download_csv="Texts as CSV",
    download_json="Texts as JSON",
    bad_temperature="“{value}” is not a temperature from 0 to {highest:g}, so it was left out.",
    temperature_twice="“{value}” is T = {temperature:g}, which is there already; it is taken once.",
    no_temperatures="Choose at least one temperature to see what the network writes at it.",
)
