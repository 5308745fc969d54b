"""English: what is cut beside the temperature."""

from components.words.cut import CutWords

CUT = CutWords(
    cut="Top-k, top-p",
    cut_lead=(
        "A cut takes the unlikely characters away before one is picked; those that are kept share the whole chance. "
        "An empty field cuts nothing. The cut acts on the texts and on what is drawn; the bars still show the chances "
        "without it."
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
    wanted_schedule=(
        "a kind with both of its temperatures, such as linear_1.5_0.5, cosine_1.5_0.5 (from, to) or word_1.3_0.4 "
        "(first letter, inside)"
    ),
)
