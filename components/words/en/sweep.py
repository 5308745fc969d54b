"""English: the page "Sweep"."""

from components.words.sweep import SweepWords

SWEEP = SweepWords(
    sweep_title="Sweep",
    sweep_lead=(
        "What does temperature buy, and what does it cost? The network wrote {samples} texts of {length:,} characters "
        "at each of {count} temperatures, and all of them were measured. Drag the cursor through the figures."
    ),
    sweep_how=(
        "The line is the mean of the texts, the band its 95 % interval (bootstrap over seeds). Every temperature had "
        "the same luck, so what differs is temperature."
    ),
    sweep_how_at_zero="At T = 0 there is no luck: all seeds write one text, and the band has no width.",
    sweep_how_real=(
        "Dashed: the same measure on passages of real text that the network has not seen, {passages} of "
        "{reference:,} characters."
    ),
    real_text="real text",
    measure_names=("Spelling.", "Variety.", "Compressed size.", "Loops.", "Surprise.", "Confidence.", "Openness."),
    sweep_word_share=(
        "**{name}** Words that stand in the training text: {at_low} at T = {low:g}, {at_high} at T = {high:g}, "
        "{real} in real text."
    ),
    sweep_distinct_trigrams=(
        "**{name}** Runs of three words that are distinct: {at_low} at T = {low:g}, {at_high} at T = {high:g}, "
        "{real} in real text."
    ),
    sweep_compressed_share=(
        "**{name}** What zlib leaves of a text, since what repeats packs well: {at_low} at T = {low:g}, "
        "{at_high} at T = {high:g}, {real} of real text."
    ),
    sweep_loops=(
        "**{name}** Texts that end in one stretch over and over: {at_low} at T = {low:g}, {at_high} at T = {high:g}, "
        "{real} of real text."
    ),
    sweep_base_bits=(
        "**{name}** Bits per character, seen from T = 1: {at_low} at T = {low:g}, {at_high} at T = {high:g}, "
        "{real} in real text."
    ),
    sweep_top_probability=(
        "**{name}** Mean chance of the likeliest next character: {at_low} at T = {low:g}, {at_high} at T = "
        "{high:g}, {real} on real text at T = 1."
    ),
    sweep_entropy=(
        "**{name}** Mean entropy of the next character, in bits: {at_low} at T = {low:g}, {at_high} at T = "
        "{high:g}, {real} on real text at T = 1."
    ),
    sweep_alt="Line chart over temperature, with its interval and the level of real text: {measure}",
    trade_off="Quality against diversity",
    trade_off_lead=(
        "Every point is a temperature: the share of real words against the size that is left when the text is "
        "packed, from which what repeats is gone. The diamond is real text."
    ),
    trade_off_reached="At T = {which} the texts reach it in both, {quality} of words and {size} of size.",
    trade_off_missed="No temperature reaches it in both, {quality} of words and {size} of size.",
    trade_off_alt=(
        "Scatter chart, one point a temperature: the share of real words against the compressed size, with real text."
    ),
    diversity="diversity: compressed size",
    quality="quality: real words",
    along="Along the text",
    along_lead=(
        "Does the network grow more, or less, certain as it goes on? From the first tenth to the last the entropy "
        "changes by {drift} bits at T = {temperature:g}; in real text by {real}."
    ),
    along_alt=("Line chart of the entropy in each tenth of the texts at the cursor's temperature, and of real text."),
    tenth_axis="tenth of the text",
    between="{mean} [{low}, {high}]",
    claims="What the article says, and what comes out here",
    claims_lead=(
        "Four things that Andrej Karpathy's article [“The Unreasonable Effectiveness of Recurrent Neural Networks”]"
        "(https://karpathy.github.io/2015/05/21/rnn-effectiveness/) says of temperature, in our words, each beside a "
        "number of the network above; in brackets its 95 % interval."
    ),
    claim_holds="✓ It does.",
    claim_fails="✗ Not here.",
    claim_open="– This sweep has no two temperatures to say it by.",
    claim_confident="Lower: more confident and more conservative",
    claim_confident_found=(
        "From T = {hot:g} to {cold:g} the likeliest character's chance changes by {confidence} points, and the "
        "surprise of what is written by {surprise} bits."
    ),
    claim_confident_but=(
        "But what surprises least is written at T = {least:g}, not at {coldest:g}: to take the likeliest character "
        "each time is not to write the likeliest text."
    ),
    claim_diverse="Higher: more diverse",
    claim_diverse_found=(
        "From T = {cold:g} to {hot:g} the share of distinct three-word runs changes by {distinct} points, the "
        "compressed size by {size} points."
    ),
    claim_diverse_but="But from T = {full:g} on 99 % of the runs are distinct already, and little can be added.",
    claim_mistakes="… at the cost of more mistakes, spelling among them",
    claim_mistakes_found="From T = {cold:g} to {hot:g} the share of real words changes by {words} points.",
    claim_mistakes_but="But the fewest mistakes are made at T = {best:g}, not at {coldest:g}.",
    claim_loops="Near zero: the most likely thing over and over",
    claim_loops_found=(
        "At T = {cold:g}, {share} of the texts end in a loop, on average of {period:.0f} characters from character "
        "{start:.0f} on."
    ),
    claim_loops_zero=(
        "At T = 0, where luck counts for nothing and there is one text, that text ends in a loop of {period:.0f} "
        "characters from character {start:.0f} on."
    ),
    claim_loops_none="At T = {cold:g} no text ends in a loop.",
    claim_loops_but="But already at T = {free:g} no text does: a little luck is enough to break out.",
    sweep_run="Run it here",
    sweep_run_lead=(
        "The network above writes and measures, piece by piece, while you watch. One sweep runs at a time; others wait "
        "for their turn. Texts at different temperatures have the same luck."
    ),
    sweep_prompt="Every text goes on from",
    sweep_samples="Texts a temperature",
    sweep_length="Characters a text",
    sweep_start="Run",
    sweep_stop="Stop, and keep what there is",
    sweep_running="Written and measured: {done:,} of {total:,} texts, {left:,} left.",
    sweep_stopped="Stopped after {seeds} of {samples} texts a temperature; the figures show what there is.",
    sweep_stopped_early="Stopped before the first texts were there.",
    sweep_done="Your sweep is done: {texts:,} texts. The figures show it.",
    sweep_failed="The sweep ended with an error: {error}",
    sweep_back="Back to the stored sweep",
    sweep_yours="Shown: your own sweep, from “{prompt}”.",
    sweep_csv="Figures as CSV",
    sweep_json="All of it as JSON",
)
