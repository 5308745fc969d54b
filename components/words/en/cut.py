"""English: what is cut beside the temperature."""

from components.words.cut import CutWords

CUT = CutWords(
    cut="Top-k, top-p",
    cut_lead=(
        "A cut takes the unlikely characters away before one is picked; those that are kept share the whole chance. "
        "An empty field cuts nothing."
    ),
    clear="Clear",
    clear_help="Take the cut away",
    top_k_help="The k most likely characters are kept (Fan et al. 2018, arXiv 1805.04833).",
    top_p_help=(
        "The most likely characters are kept, as few as together have the chance P; 1 cuts nothing "
        "(Holtzman et al. 2019, arXiv 1904.09751)."
    ),
    min_p_help=(
        "Kept is what has at least m times the chance of the most likely character; 0 cuts nothing "
        "(Nguyen et al. 2024, arXiv 2407.01082)."
    ),
    top_nsigma_help=(
        "Kept is what has a score no more than n standard deviations of all scores below the highest "
        "(Tang et al. 2024, arXiv 2411.07641)."
    ),
    wanted_number_of_characters="a whole number of 1 or more",
    wanted_share="a number from 0 to 1",
    wanted_width="a number above 0",
    order="The cut is made",
    order_help=(
        "After T, the cut sees the chances of the bars: a higher T lets more characters in. Before T, it sees those of "
        "T = 1, and the slider changes nothing in what is kept. For top-k and top-nσ both are the same."
    ),
    cut_after="after T",
    cut_before="before T",
    wanted_order="“before” or “after”",
    as_llama_cpp="as llama.cpp",
    as_llama_cpp_help=(
        "Its defaults: top-k 40, top-p 0.95, min-p 0.05, all made before T. However high T is, what they cut stays "
        "away: mostly that is why somebody's temperature “does nothing”."
    ),
    as_hugging_face="as Hugging Face",
    as_hugging_face_help="The defaults of its generate(do_sample=True): T first, then top-k 50.",
    as_api="as an API has them",
    as_api_help=(
        "T first, then the top-p that is asked for (here 0.9), as a server with OpenAI's API such as vLLM does it. "
        "Where nothing is asked for, nothing is cut."
    ),
    presets_sources=(
        "Defaults and order as [llama.cpp]({llama_cpp}), [Hugging Face transformers]({hugging_face}) and "
        "[vLLM]({vllm}) state them."
    ),
    no_penalty=(
        "Not here: repetition penalties. They change the scores by what the text has said so far, so T alone would no "
        "longer be what differs from text to text."
    ),
    base="Lines: at T = 1, without the cut (they stay)",
    base_short="Lines: T = 1, uncut",
    base_column="chance at T = 1, without the cut",
    kept="kept: {kept} of {count}, which held {share} without the cut · hollow ×: cut, as high as without it",
    kept_short="kept {kept} of {count} (held {share}) · hollow ×: cut",
    kept_spoken="kept, without the cut {chance}",
    cut_spoken="cut, without the cut {chance}",
    uncut_chance="without the cut",
    kept_title="kept",
    kept_always="at every T",
    kept_from="from T = {temperature} on",
    kept_never="at no T",
    uniform_kept="all {kept} kept equally likely would be 1 in {kept} ({chance}) each",
    uniform_kept_short="equal: 1 in {kept}",
    others_kept="{count} others together, {kept} of them kept: {chance}",
    others_cut="× cut",
    others_cut_spoken="{count} others together: all cut, without the cut {chance}",
    live_description_cut=(
        "Bar chart of the chance of each of the {characters} characters to come next, the most likely first, with a "
        "temperature slider and a cut. Characters that are cut have a hollow bar with a cross, as high as without the "
        "cut; the kept share the whole chance. Ticks stay at T = 1, without the cut. The table below has all the "
        "numbers. Choosing a bar adds its character to the text."
    ),
    saying_below_moves=(
        "Below 1 the most likely gain, and the cut, which is made after T, sees that: the lower T, the fewer it keeps."
    ),
    saying_below_stays=(
        "Below 1 the most likely of the kept gain. The cut does not follow T: it keeps the same characters at every T."
    ),
    saying_one=(
        "At T = 1 the cut keeps the same characters, whether it is made before T or after; they share what the others "
        "lose. Drag T down, then up."
    ),
    saying_above_moves=(
        "Above 1 the chances level out, and the cut, which is made after T, sees that: the higher T, the more unlikely "
        "characters come back."
    ),
    saying_above_stays=(
        "Above 1 the chances of the kept level out. The cut does not follow T: however high T is, nothing else comes "
        "back."
    ),
    probability_uncut="T = {temperature:g}, without the cut",
    probability_kept="T = {temperature:g}, with the cut",
    arithmetic_kept="kept: p ÷ {mass}",
)
