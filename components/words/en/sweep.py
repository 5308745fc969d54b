"""English: the page "Sweep"."""

from components.words.sweep import SweepWords

SWEEP = SweepWords(
    sweep_title="Sweep",
    sweep_lead="What does temperature buy, and what does it cost? Drag the slider: everything on this page follows it.",
    written_at="Written at T = {temperature:g}",
    written_at_zero="Written at T = 0, where there is no luck",
    measures="Each measure over temperature",
    sweep_how=(
        "The network wrote {samples} texts of {length:,} characters at each of {count} temperatures, and all of them "
        "were measured. The line is the mean of the texts; the band says how exactly it is known (95 % interval, "
        "by bootstrap); where no band is seen, it is narrower than the line. The luck is the same at every "
        "temperature: whatever differs is due to temperature."
    ),
    sweep_how_at_zero="At T = 0 there is no luck: every seed gives the same text, and the band has no width.",
    sweep_how_real=(
        "Dotted: the same measure of real text that the network has not seen, {passages} passages of "
        "{reference:,} characters each."
    ),
    real_text="real text",
    measure_names=(
        "Quality: {known}.",
        "{Runs}.",
        "Diversity: size after compression.",
        "Loops.",
        "Surprise.",
        "Confidence.",
        "Uncertainty.",
    ),
    sweep_word_share=("**{name}** {Meaning}: {at_low} at T = {low:g}, {at_high} at T = {high:g}{real}."),
    sweep_distinct_trigrams=(
        "**{name}** {Run} that the text did not have before: {at_low} at T = {low:g}, {at_high} at T = {high:g}{real}."
    ),
    sweep_compressed_share=(
        "**{name}** What is left of a text (what repeats compresses well): {at_low} at T = {low:g}, {at_high} at "
        "T = {high:g}{real}."
    ),
    sweep_loops=(
        "**{name}** Texts that end by repeating the same passage: {at_low} at T = {low:g}, {at_high} at T = "
        "{high:g}{real}."
    ),
    sweep_base_bits=(
        "**{name}** How much a character surprises the network at T = 1, in bits (1 bit: a chance of one half): "
        "{at_low} in texts of T = {low:g}, {at_high} of T = {high:g}{real}."
    ),
    sweep_top_probability=(
        "**{name}** Mean chance of the most likely next character: {at_low} at T = {low:g}, {at_high} at T = "
        "{high:g}{real}."
    ),
    sweep_entropy=(
        "**{name}** Mean entropy of the next character, in bits (1 bit: two equally likely ones): {at_low} at "
        "T = {low:g}, {at_high} at T = {high:g}{real}."
    ),
    in_real=", {value} in real text",
    on_real=", {value} on real text at T = 1",
    sweep_alt="Line chart over temperature, with its interval and the level of real text: {measure}",
    trade_off="Quality against diversity",
    trade_off_lead=(
        "Every point is a temperature. Upwards, the share of {known}: {meaning}; to the "
        "right, the size of a text after compression (zlib), which is small where a text repeats itself."
    ),
    trade_off_diamond="The diamond is real text.",
    trade_off_reached=(
        "At T = {which} the texts are as good and as diverse as real text (the diamond): {quality} {known} or more, "
        "and {size} or more of their size left after compression."
    ),
    trade_off_missed=(
        "At no T are the texts as good and as diverse as real text (the diamond): {quality} {known} or more, and "
        "{size} or more of their size left after compression."
    ),
    trade_off_alt=(
        "Scatter chart, one point for each temperature: the share of {known} against the size after compression, "
        "with real text."
    ),
    at_point="T = {temperature}: {quality} {known},\n{diversity} after compression",
    diversity="diversity: size after compression",
    quality="quality: {known}",
    along="Along the text.",
    along_lead=(
        "**{name}** Is the network more certain at the end of a text than at its beginning? From the first tenth to "
        "the last the entropy {drift} at T = {temperature:g}{real}."
    ),
    along_real="; in real text it {change}",
    along_alt="Line chart of the entropy in each tenth of the texts at the slider's temperature, and of real text.",
    tenth_axis="tenth of the text",
    rises="rises by {size}",
    falls="falls by {size}",
    unchanged="does not change",
    unclear="does not clearly change ({size}; 95 % interval {low} to {high})",
    in_points="{size} points",
    in_bits="{size} bits",
    between=" (95 % interval {low} to {high})",
    several=", ",
    joint=" ",
    claims=(
        "What [Karpathy's article](https://karpathy.github.io/2015/05/21/rnn-effectiveness/) says, and what was "
        "measured"
    ),
    claim_holds="✓ Confirmed.",
    claim_fails="✗ Not confirmed here.",
    claim_open="– This sweep has no two temperatures to compare.",
    claim_confident="Lower: more confident and more conservative",
    claim_confident_found=(
        "From T = {hot:g} to {cold:g} the chance of the most likely character {confidence}, and the surprise of a "
        "written character {surprise}."
    ),
    claim_confident_but=(
        "But the text of T = {least:g} is less surprising than that of T = {coldest:g}. (T = {coldest:g} takes the "
        "most likely character at every step, and even so its text is not the most likely one.)"
    ),
    claim_diverse="Higher: more diverse",
    claim_diverse_found=(
        "From T = {cold:g} to {hot:g} the size after compression {size}; the share of {runs} {distinct}."
    ),
    claim_diverse_but="But at T = {full:g}, 99 % of the runs are new already: there is little left to gain.",
    claim_mistakes="Higher: more mistakes, spelling mistakes among them",
    claim_mistakes_found="From T = {cold:g} to {hot:g} the share of {known} {words}.",
    claim_mistakes_but="But the fewest mistakes are made at T = {best:g}, not at {coldest:g}.",
    claim_loops="Near zero: the most likely thing over and over",
    claim_loops_found=(
        "At T = {cold:g}, {share} of the texts end by repeating the same characters over and over, {period:.0f} of "
        "them on average."
    ),
    claim_loops_zero=(
        "At T = 0 luck plays no part and there is only one text: it ends by repeating the same {period:.0f} characters "
        "over and over."
    ),
    claim_loops_none="At T = {cold:g} no text ends in a loop.",
    claim_loops_but="But at T = {free:g} and above, no text ends in a loop: a little luck is enough to leave it.",
    comparison="Does a cut help?",
    comparison_missing="Whether a cut helps was not measured with this network. This command measures it:",
    comparison_lead=(
        "A cut takes the least likely characters away before one is picked. Top-k 10 keeps the 10 most likely; top-p "
        "0.9 keeps the most likely until their chances add up to 90 %; min-p 0.1 keeps what has at least a tenth of "
        "the chance of the most likely. Either T acts first, then the cut (“T first”), or the cut first, then T (“T "
        "last”). The network wrote {samples} texts of {length:,} characters in each of {count} ways: with a constant "
        "T; with a constant T and a cut; and with no cut, but one T for the first letter of a word and another inside "
        "it. The luck is the same in all of them."
    ),
    families=(
        "constant T",
        "top-k 10",
        "top-p 0.9, T first",
        "top-p 0.9, T last",
        "min-p 0.1, T first",
        "min-p 0.1, T last",
        "T by place in the word",
    ),
    candidate="{family}, T = {temperature}",
    candidate_in_words="T = {first} for a word's first letter, {inside} inside",
    candidate_at_point="{name}: {quality} {known}, {diversity} after compression",
    comparison_alt=(
        "Scatter chart, a curve for each way of picking characters: the share of {known} against the size after "
        "compression, around real text."
    ),
    comparison_how=(
        "**Quality against diversity**, near real text: a curve for each cut, a point for each T; for T by place in "
        "the word, a curve for each T that is used inside words. What lies above and to the right is better. All texts "
        "are drawn, so points can differ a little from the numbers above. The ring: a constant T where the slider "
        "stands."
    ),
    kept_lead=(
        "**How many characters survive.** With T first, min-p keeps {first_cold} of {characters} characters on average "
        "at T = {cold:g} and {first_hot} at T = {hot:g}; with T last {last_cold} and {last_hot}."
    ),
    kept_axis="characters kept",
    kept_at_point="{name}: {kept} characters kept on average",
    kept_alt="Line chart over temperature, a line for each cut: the mean number of characters that are kept.",
    best=(
        "**Of {count} ways, the most diverse with as many {known} as real text ({real}) is this: {name}.** After "
        "compression {size} of the size of its texts is left, and {known} make up {words} (95 % intervals). This way "
        "was chosen on the texts of one half of the seeds ({half}); to be fair, the figures are of the texts of the "
        "other half ({rest})."
    ),
    none_reaches="None of the ways has as many {known} as real text ({real}).",
    place_beats=(
        "**T by place in the word beats every constant T**: with {name}, the size after compression is {gain} points "
        "above that of a constant T with the same share of {known}."
    ),
    place_open=(
        "**T by place in the word does not clearly beat a constant T**: with {name}, the size after compression "
        "differs by {gain} points from that of a constant T with the same share of {known}; the interval includes 0."
    ),
    place_loses=(
        "**T by place in the word is worse than a constant T**: with {name}, the size after compression differs by "
        "{gain} points from that of a constant T with the same share of {known}."
    ),
    place_none="With no T by place in the word that was tried are there as many {known} as in real text.",
    learnt=(
        "**Learnt by heart?** That would raise the share of {known}, too. Stretches of 30 or more characters that are "
        "also in the training text make up {best} of those most diverse texts, {constant} at {constant_name}, and "
        "{real} of real text that the network has not read."
    ),
    learnt_unknown="How much of the texts was learnt by heart was not measured.",
    disputed=(
        "**That min-p helps at a high T is disputed**: [its authors](https://arxiv.org/abs/2407.01082) found that it "
        "does, [a second article](https://arxiv.org/abs/2506.13681) that their data do not show it; [a third]("
        "https://arxiv.org/abs/2604.11012) is about cuts that do not depend on T. Here, next to a constant T that has "
        "the same share of {known}, the size after compression changes by these percentage points: {gains}. This is "
        "one small network of characters with two simple measures: it settles nothing for large ones."
    ),
    gain_of="{name}: {gain}",
    several_gains="; ",
    column_candidate="best of each kind",
    column_words="{known}",
    column_size="size after compression",
    column_gain="points above constant T",
    column_kept="kept",
    column_copied="learnt by heart",
    table_lead=(
        "The best of each kind, on the texts that had no part in choosing it, with 95 % intervals. “Points above "
        "constant T” is another question than which is the most diverse: each way is compared with the constant T that "
        "has the same share of {known}. About one in twenty such intervals misses the true value."
    ),
    gain_interval="{mean} ({low} to {high})",
    comparison_csv="Comparison as CSV",
    comparison_json="Comparison as JSON",
    sweep_run="Run a sweep of your own",
    sweep_run_lead=(
        "The network above writes and measures, piece by piece, while you watch. One sweep runs at a time; others wait "
        "for their turn. Texts at different temperatures have the same luck."
    ),
    sweep_run_windowed=(
        "This network reads its last {window} characters anew for each one that it writes, which takes {window} times "
        "as long. So fewer and shorter texts can be chosen here."
    ),
    sweep_prompt="Every text continues",
    sweep_samples="Texts per temperature",
    sweep_length="Characters per text",
    sweep_start="Run",
    sweep_stop="Stop, and keep what is done",
    sweep_running="Written and measured: {done:,} of {total:,} texts, {left:,} left.",
    sweep_stopped="Stopped after {seeds} of {samples} texts per temperature; the figures show what is done.",
    sweep_stopped_early="Stopped before the first texts were written.",
    sweep_done="Your sweep is done: {texts:,} texts. The figures show it.",
    sweep_failed="The sweep ended with an error: {error}",
    sweep_back="Back to the stored sweep",
    sweep_yours="Shown: your own sweep, from “{prompt}”.",
    sweep_csv="Figures as CSV",
    sweep_json="All of it as JSON",
)
