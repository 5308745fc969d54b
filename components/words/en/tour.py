"""English: the guided start."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tour:
    """What a visitor reads of the guided start."""

    tour_offer: str = "New here? Four guesses, two minutes."
    tour_start: str = "Start the tour"
    tour_step: str = "Guided start, {step} of {steps}"
    tour_guess: str = "Your guess"
    tour_tell: str = "Tell me"
    tour_back: str = "Back"
    tour_next: str = "Next"
    tour_finish: str = "Finish"
    tour_skip: str = "Skip the tour"
    tour_answer: str = "**{verdict}** {option}. {told}"
    tour_right: str = "Yes."
    tour_wrong: str = "Not quite."

    fall_question: str = "What will the bars do as the temperature falls?"
    fall_intro: str = (
        "A network that knows nothing but letters has read “the text so far”. Each bar below is the **chance** that it "
        "gives one character of coming next; together they are 100 %. The rule that made these chances of the "
        "network's scores is called **softmax**, and the slider above the bars is its **temperature**, T."
    )
    fall_options: tuple[str, ...] = (
        "They level out",
        "The tallest grows, the others shrink",
        "They change places",
    )
    fall_check: str = "Now see: drag the slider down to {temperature:g} or lower."
    fall_told: str = (
        "At T = {temperature:g} the tallest bar, “{character}”, stands at {now:.0%}; at T = 1 it was {before:.0%}. The "
        "order never changes. How open the choice is, is called **entropy**: it fell from that of {open_before:.1f} "
        "equally likely characters to that of {open_now:.1f}."
    )

    made_question: str = "Which temperature made this text?"
    made_intro: str = (
        "A character is drawn by its chance, put at the end of the text, and the network guesses again: so it writes. "
        "Here is the beginning of something that it wrote:"
    )
    made_option: str = "T = {temperature:g}"
    made_check: str = "Now see: look for it among the texts side by side, further down."
    made_told: str = (
        "Its characters came as a surprise of {bits:.2f} bits each on average, seen from T = 1; those of the text at "
        "T = {other:g} as one of {other_bits:.2f}. **Surprisal** is how unlikely something was: one bit for a chance "
        "of one half, two for a quarter. Low temperatures write what hardly surprises, high ones what nobody would "
        "have written."
    )

    part_question: str = "How far will these two texts run along together?"
    part_intro: str = (
        "Drawing a character takes luck. Here every temperature has the **same luck**, character by character; the "
        "**seed** is the number that it comes from. So the texts at T = {cool:g} and T = {warm:g} begin alike, and "
        "then temperature parts them. How many characters will they share?"
    )
    part_options: tuple[str, ...] = ("Fewer than 5", "5 to 19", "20 to 79", "80 or more")
    part_check: str = "Now see: further down, the first character that differs is framed in each column."
    part_told: str = (
        "Characters that they share: {shared}. Then the text at T = {cool:g} goes on with “{cool_character}”, the "
        "one at T = {warm:g} with “{warm_character}”."
    )
    part_told_same: str = "They never part: all {shared} characters are the same. Another seed may part them."
    part_why: str = "Show me why"

    trained_question: str = "What is T = 1 for this network?"
    trained_intro: str = (
        "Before they become chances, the network's scores are called **logits**. Softmax divides them by T and then "
        "makes chances of them. While the network was trained, on text whose next character was known, nobody set a "
        "temperature."
    )
    trained_options: tuple[str, ...] = (
        "Half way between order and chance",
        "The chances just as it learned them",
        "The temperature that writes best",
    )
    trained_check: str = "Now see: drag the slider to 1 and look at the small ticks on the bars."
    trained_told: str = (
        "Dividing by 1 changes nothing, so at T = 1 every bar ends at its tick: the chances that training made. Here "
        "“{character}” has {chance:.0%}. It is no middle, and nothing says that it writes best; that is for you to "
        "see, and what this page is for."
    )
