"""English: the page "Calibration"."""

from components.words.calibration import CalibrationWords

CALIBRATION = CalibrationWords(
    calibration_title="Calibration",
    calibration_lead=(
        "When the network gives a character a chance of 80 %, does it come 80 times out of 100? And at which "
        "temperature does the network predict best what it has never read? Drag the cursor: both figures follow."
    ),
    held_out_text="held-out text",
    training_text="training text",
    own_text="your text",
    loss_title="Where does it predict best?",
    loss_lead=(
        "For every character that really came, take the chance that the network had given it. Its **negative "
        "log-likelihood** −ln p, in nats, is 0 for a certainty, 0.69 for a coin's toss, and grows without end for "
        "what was held impossible. The mean over a text is the **loss**: lower is better. The temperature with the "
        "lowest is called **T\\***. **Held-out text** is text that the network was not trained on."
    ),
    loss_axis="loss (nats per character)",
    loss_at="{text}: {loss:.3f}",
    loss_best="{text}: T* = {temperature:.2f}",
    loss_alt=("Line chart: the loss against temperature, one curve for each text, with its lowest point, T*, named."),
    reliability_title="Do its chances keep their word?",
    reliability_lead=(
        "Every prediction has a first choice: the character with the largest chance. Sort all predictions by that "
        "chance into {bins} bins. A bar's height is the share of them whose first choice came. Bars that end on the "
        "diagonal: the network is **calibrated**. Below it: **overconfident**, it promises more than it keeps. "
        "Above it: underconfident. The dashed boxes are the gaps; their mean, over all predictions, is the "
        "**expected calibration error** (ECE)."
    ),
    reliability_of="Predictions on",
    given_axis="chance that it gave its first choice",
    came_axis="share that came",
    came="came",
    predictions="predictions",
    predictions_share="where the predictions are (share of all)",
    perfect="perfectly calibrated",
    gap="gap",
    reliability_readout=(
        "T = {temperature:g} · ECE {error}\nits first choice is given {confidence} on average\n"
        "and comes {accuracy} of the time"
    ),
    reliability_alt=(
        "Bar chart: predictions in bins by the largest chance, with the share that came in each, the gap to the chance "
        "that was given, and under it how many predictions each bin has."
    ),
    calibration_found="What the numbers say",
    best_held_out="On **held-out text** it predicts best at **T\\* = {best}**.",
    best_training="On **training text** it predicts best at **T\\* = {best}**.",
    best_own="On **your text** it predicts best at **T\\* = {best}**.",
    best_overconfident=(
        "That is above 1: as trained it is overconfident here, and dividing its scores by T\\* spreads its chances as "
        "far as they deserve."
    ),
    best_underconfident=(
        "That is below 1: as trained it is underconfident here, and could promise a little more than it does."
    ),
    best_as_trained="That cannot be told from 1: as trained it is as sure of itself here as it should be.",
    best_at_lower_bound=(
        "That is the end of the range that was searched: its first choice always came, so the colder the better."
    ),
    best_at_upper_bound=(
        "That is the end of the range that was searched: its chances say nothing of this text, so the flatter the "
        "better."
    ),
    loss_change="From T = 1 to T\\* the loss goes from {one} to {best} nats per character.",
    loss_stays="The loss is {loss} nats per character at T = 1 and at T\\*.",
    error_falls="The ECE falls from {one} to {best}.",
    error_stays=(
        "The ECE does not fall: it is {one} at T = 1 and {best} at T\\*. T\\* is chosen for the loss; one "
        "number moves all bins at once, and what helps one of them can harm another."
    ),
    best_twice=(
        "± is the standard error. Each T\\* was found twice: by a search along T, and by training a Temperature layer "
        "(see “In Keras”). The two agree to within {difference:.6f}."
    ),
    higher_on_held_out=(
        "T\\* is higher on held-out text by {difference:.2f}: the network has learned its training text more closely "
        "than the language, and is too sure of itself wherever it has not been."
    ),
    lesson="Best for predicting, best for reading",
    lesson_apart=(
        "**The temperature that predicts best is not the one that reads best:** this network predicts held-out text "
        "best at T\\* = {best:.2f}, but it spells as well as real text at T = {like:g}."
    ),
    lesson_same=(
        "For this network the temperature that predicts held-out text best, T\\* = {best:.2f}, is also the one at "
        "which it spells as well as real text, T = {like:g}."
    ),
    lesson_why=(
        "To predict is to spread one's bets: a chance for every slip costs little, and saves much where it comes. To "
        "write is to place one bet after the other, and each slip stays on the page, to be read on from. The page "
        "“Sweep” has the whole curve."
    ),
    lesson_temperature="the network writes at",
    lesson_words="words that stand in the training text",
    lesson_nearest="T = {temperature:g}, nearest to T*",
    lesson_real="real text, held out",
    networks="All networks side by side",
    networks_lead=(
        "{over} of {count} networks want a temperature above 1 on text that they have not seen, and all of them a "
        "higher one there than on their training text."
    ),
    networks_lead_mixed=(
        "{over} of {count} networks want a temperature above 1 on text that they have not seen; {higher} of them a "
        "higher one there than on their training text."
    ),
    networks_other_weights="{name} (figures of other weights)",
    networks_text="text",
    networks_best="T* ± standard error",
    networks_loss="loss at T = 1 → T*",
    networks_error="ECE at T = 1 → T*",
    own_title="On a text of yours",
    own_lead=(
        "How well does the network above predict what you wrote, or found? Paste {least:,} to {most:,} characters. "
        "They are read once, from the first to the last, and neither stored nor shown to others."
    ),
    own_field="Your text",
    own_measure="Measure it",
    own_too_short="{characters:,} characters are too few to say anything: give at least {least:,}.",
    own_too_few_known=(
        "Of your text the network knows {characters:,} characters, too few to say anything: give at least {least:,} "
        "that it knows."
    ),
    own_too_long="{characters:,} characters are too many: at most {most:,} are read.",
    own_left_out="Left out, as this network does not know them: {count:,} characters ({unknown}).",
    own_more="{shown} and {more} others",
    own_running="{done:,} of {total:,} characters predicted, {left:,} left",
    own_searching="All {total:,} characters predicted; searching for T*",
    own_stop="Stop",
    own_stopped="Stopped before its end, so there is nothing to show of it. “Measure it” begins anew.",
    own_failed="Measuring ended with an error, and nothing of it is kept: {error}",
    own_done="Your text is measured ({predictions:,} predictions): it is in both figures above.",
    own_download="Your result as JSON",
    calibration_json="Stored result as JSON",
    calibration_csv="Curves as CSV",
)
