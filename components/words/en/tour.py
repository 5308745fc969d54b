"""English: the guided start."""

from components.words.tour import TourWords

TOUR = TourWords(
    tour_offer="New here? Five guesses, three minutes.",
    tour_start="Guided start",
    tour_step="Guided start, {step} of {steps}",
    tour_guess="Your guess",
    tour_tell="Tell me",
    tour_back="Back",
    tour_next="Next",
    tour_finish="Finish",
    tour_skip="Leave",
    tour_answer="**{verdict}** {option}. {told}",
    tour_right="Yes.",
    tour_wrong="Not quite.",
    tour_hides="The texts come back when you have guessed.",
    fall_question="What will the bars do as the temperature falls?",
    fall_intro=(
        "A network that knows nothing but characters has read the “text so far”. Each bar is the **chance** that it "
        "gives one character of coming next; together they are 100 %. The network gives scores; the rule that turns "
        "the scores into chances is called **softmax**, and the slider is its **temperature**, T."
    ),
    fall_options=(
        "They level out",
        "The tallest grows, the others shrink",
        "They change places",
    ),
    fall_check="Now see: drag the slider down to {temperature:g} or lower.",
    fall_told=(
        "At T = {temperature:g} the tallest bar, “{character}”, stands at {now}; at T = 1 it was {before}. The order "
        "never changes. How uncertain the next character is, is called **entropy**: at T = 1 it was like choosing "
        "among {open_before:.1f} equally likely characters, now among {open_now:.1f}."
    ),
    made_question="Which temperature made this text?",
    made_intro=(
        "A character is drawn by its chance and put at the end of the text, and the network guesses again: so it "
        "writes. Here is the beginning of something that it wrote:"
    ),
    made_option="T = {temperature:g}",
    made_check="Now see: look for it among the texts side by side.",
    made_told=(
        "Judged at T = 1, its characters were a surprise of {bits:.2f} bits each on average; those of the text at T = "
        "{other:g}, of {other_bits:.2f}. **Surprise** says how unlikely something was: 1 bit for a chance of 1 in 2, "
        "2 bits for 1 in 4. Low temperatures write what hardly surprises, high ones what nobody would have written."
    ),
    part_question="How many characters will these two texts share?",
    part_intro=(
        "Drawing a character takes luck. Here every temperature has the **same luck**, character by character; the "
        "**seed** is the number that it comes from. So the texts at T = {cool:g} and T = {warm:g} begin alike, until "
        "temperature makes another character win. How many characters are alike before that?"
    ),
    part_options=("Fewer than 5", "5 to 19", "20 to 79", "80 or more"),
    part_check="Now see: in each column the first character that differs is framed.",
    part_told=(
        "Characters that they share: {shared}. Then the text at T = {cool:g} goes on with “{cool_character}”, the "
        "one at T = {warm:g} with “{warm_character}”."
    ),
    part_told_same="They never part: all {shared} characters are the same. Another seed may part them.",
    part_why="Show me why",
    trained_question="What is T = 1 for this network?",
    trained_intro=(
        "Before they become chances, the network's scores are called **logits**. Softmax divides them by T and then "
        "makes chances of them. While the network learned, from text whose next character was known, nobody set a "
        "temperature."
    ),
    trained_options=(
        "Half way between order and chance",
        "The chances just as it learned them",
        "The temperature that writes best",
    ),
    trained_check="Now see: move the slider away, then back to 1, and look at the small ticks on the bars.",
    trained_told=(
        "Dividing by 1 changes nothing, so at T = 1 every bar ends at its tick: the chances that training made. Here "
        "“{character}” has {chance}. It is no middle, and nothing says that it writes best; that is for you to see."
    ),
    hot_question="And what do the chances approach at very high temperature?",
    hot_intro=(
        "The scores stay what they are. Dividing them by a larger and larger T brings them closer and closer to each "
        "other."
    ),
    hot_options=(
        "The least likely characters become the most likely",
        "The most likely character wins for certain",
        "Every character becomes equally likely",
    ),
    hot_check="Now see: drag the slider up to {temperature:g}. The dashed line is where all would be alike.",
    hot_told=(
        "At T = {temperature:g} it is like choosing among {choices:.1f} equally likely characters, at T = 1 among "
        "{before:.1f}. Without end, each of the {count} would have a chance of 1 in {count}, {chance}: noise. The text "
        "at the slider shows how that reads."
    ),
)
