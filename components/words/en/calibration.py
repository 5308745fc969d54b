"""English: the page "Calibration"."""

from components.words.calibration import CalibrationWords

CALIBRATION = CalibrationWords(
    calibration_title="Calibration",
    calibration_lead=(
        "Left: the lower the curve, the better the network predicts. Right: the nearer the bars to the diagonal, the "
        "more honest its chances: where it says 80 %, it should be right 80 times in 100."
    ),
    held_out_text="held-out text",
    training_text="training text",
    own_text="your text",
    loss_title="Which temperature predicts best?",
    loss_lead=(
        "For every character that really came, take the chance p that the network had given it. Its **negative "
        "log-likelihood** −ln p is 0 for a certainty, 0.69 for the toss of a coin, and grows without limit for what "
        "was held impossible. Its unit is the nat (1 nat = 1.44 bits). The mean over a text is the **loss**: lower is "
        "better. The temperature with the lowest loss is called **T\\***. **Held-out text** is text that the network "
        "was not trained on."
    ),
    loss_axis="loss (nats per character)",
    loss_at="{text}: loss {loss:.3f}",
    loss_lowest="● lowest at T* = {temperature:.2f}",
    loss_alt="Line chart: the loss against temperature, one curve for each text, with its lowest point, T*, marked.",
    reliability_title="Are its chances honest?",
    reliability_lead=(
        "Every prediction has a first choice: the character with the largest chance. All predictions are sorted by "
        "that chance into {bins} bins. A blue bar shows how often the first choice of its bin was right, the dashed "
        "box how far that is from the mean chance that was given. On the diagonal the two are equal: the network is "
        "**calibrated**. Below it, it is **overconfident**: it is right less often than it says. Above it, it is "
        "**underconfident**. The mean height of the boxes, over all predictions, is the **expected calibration error** "
        "(ECE)."
    ),
    reliability_of="Predictions on",
    given_axis="chance given to the first choice",
    came_axis="how often that was right",
    came="right",
    predictions="predictions",
    predictions_share="share of all predictions in each bin",
    perfect="perfectly calibrated",
    gap="gap",
    reliability_readout=(
        "T = {temperature:g}: {verdict} · error (ECE) {error}\nits first choice: chance {confidence}, right in "
        "{accuracy}"
    ),
    overconfident="overconfident",
    underconfident="underconfident",
    honest="as sure as it should be",
    reliability_alt=(
        "Bar chart: predictions in bins by the largest chance, with how often it was right in each, the gap to the "
        "chance that was given, and under it how many predictions each bin has."
    ),
    calibration_found="What the numbers say",
    best_held_out="On **held-out text** it predicts best at **T\\* = {best}**.",
    best_training="On **training text** it predicts best at **T\\* = {best}**.",
    best_own="On **your text** it predicts best at **T\\* = {best}**.",
    best_overconfident=(
        "That is above 1: at T = 1 the network is overconfident here, and dividing its scores by T\\* makes its "
        "chances as cautious as they should be."
    ),
    best_underconfident="That is below 1: at T = 1 the network is underconfident here, and could be a little surer.",
    best_as_trained=("This equals 1 within its error: at T = 1 the network is as sure of itself here as it should be."),
    best_at_lower_bound=(
        "That is the end of the range that was searched: its first choice always came, so the lower the temperature, "
        "the better."
    ),
    best_at_upper_bound=(
        "That is the end of the range that was searched: its chances say nothing about this text, so the higher the "
        "temperature, the better."
    ),
    loss_change="From T = 1 to T\\* the loss goes from {one} to {best} nats per character.",
    loss_stays="The loss is {loss} nats per character at T = 1 and at T\\*.",
    error_falls="The ECE falls from {one} to {best}.",
    error_stays=(
        "The ECE does not fall: it is {one} at T = 1 and {best} at T\\*. T\\* is chosen for the loss; one number "
        "changes all bins at once, and what helps one of them can harm another."
    ),
    best_twice=(
        "± is the standard error. Each T\\* was found twice: by a search along T, and by training a Temperature layer "
        "(see “In Keras”). The two agree to within {difference:.6f}."
    ),
    higher_on_held_out=(
        "T\\* is higher on held-out text by {difference:.2f}: the network knows its training text better than the "
        "language in general, and is too sure of itself in text that it has not read."
    ),
    lesson="Best for predicting, best for writing",
    lesson_apart=(
        "**The best temperature for predicting is not the best for writing:** this network predicts held-out text best "
        "at T\\* = {best:.2f}, but what it writes has as many {known} as real text only up to T = {like:g}."
    ),
    lesson_same=(
        "For this network the temperature that predicts held-out text best, T\\* = {best:.2f}, is also the one at "
        "which what it writes has as many {known} as real text, T = {like:g}."
    ),
    lesson_why=(
        "When predicting, a little chance for rare characters costs almost nothing and pays when they come. When "
        "writing, every rare character drawn is a visible slip, and the network has to continue from it. (Lower "
        "still, there are even more {known}, but its texts repeat themselves: the page “Sweep” has both curves.)"
    ),
    lesson_temperature="the network writes at",
    lesson_words="{known} ({meaning})",
    lesson_nearest="T = {temperature:g}, nearest to T*",
    lesson_real="real text, held out",
    networks="All networks side by side",
    networks_lead=(
        "On text that they have not read, {over} of {count} networks predict best above T = 1, by more than the error, "
        "and all of them need a higher temperature there than on their training text."
    ),
    networks_lead_mixed=(
        "On text that they have not read, {over} of {count} networks predict best above T = 1, by more than the error; "
        "{higher} of them need a higher temperature there than on their training text."
    ),
    networks_error_rises=(
        "Where the ECE rises from T = 1 to T\\*, the loss still falls: T\\* is chosen for the loss, and one T changes "
        "all bins of the figure at once, some for the better and some for the worse."
    ),
    networks_other_weights="{name} (figures of other weights)",
    networks_text="text",
    networks_best="T* ± standard error",
    networks_loss="loss at T = 1 → T*",
    networks_error="ECE at T = 1 → T*",
    nothing_measured=(
        "Nothing has been measured of your own network here: give it a text further down on this page, one that it "
        "has not read."
    ),
    own_title="On a text of yours",
    own_lead=(
        "How well does the network predict what you wrote, or found? Paste {least:,} to {most:,} characters. They are "
        "read once, from the first to the last, and neither stored nor shown to others."
    ),
    own_windowed=(
        "This network reads its last {window} characters anew for each one, so it takes {window} times as long as "
        "another."
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
    own_stopped="Stopped before the end, so there is nothing to show. “Measure it” starts again.",
    own_failed="Measuring ended with an error, and nothing is kept: {error}",
    own_done="Your text is measured ({predictions:,} predictions): it is in both figures above.",
    own_download="Your result as JSON",
    calibration_json="Stored result as JSON",
    calibration_csv="Curves as CSV",
)
