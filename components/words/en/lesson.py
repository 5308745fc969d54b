"""English: what is made for a class."""

from components.words.lesson import LessonWords

LESSON = LessonWords(
    in_class="In class",
    present="Large view",
    present_help="For a projector: prompt, slider, bars and texts alone, in larger type. Esc leaves it.",
    present_leave="Leave the large view",
    present_wanted="1, the large view",
    lesson_title="A lesson of 20 minutes",
    lesson_lead=(
        "Two minutes to open the page, three for each question. First everybody guesses, then all look. The numbers "
        "are those of the network “{network}”."
    ),
    lesson_address="The page: {address}",
    lesson_open="Sheet for a lesson of 20 minutes",
    lesson_answers="With the answers",
    lesson_answers_help="Without it the sheet is for the class, with lines to write on.",
    lesson_answers_wanted="off, the sheet without the answers",
    lesson_print="Print",
    lesson_task="**Do** · {page}: {task}",
    lesson_seen="**Seen** · {seen}",
    order_question="Does a lower temperature change which bar is higher than which?",
    order_task="drag the slider from 1 down to {low:g}, then up to {high:g}. Watch the tallest bar and its neighbours.",
    order_seen=(
        "No. “{character}” stays the most likely, and no bar overtakes another: only the distances change. Its chance "
        "is {at_low} at T = {low:g}, {at_one} at T = 1 and {at_high} at T = {high:g}."
    ),
    one_question="What is T = 1?",
    one_task="put the slider on 1. Compare the bars with the orange lines, and read the line above the bars.",
    one_seen=(
        "Every bar ends at its line: the chances are as the network learned them. That is neither “off” nor "
        "“certain”: “{character}” has {at_one}, so in {rest} of all draws another character comes. It is as hard to "
        "guess as {choices:.1f} equally likely characters. Only T = 0 is certain."
    ),
    part_question="Why do the texts begin alike and then part?",
    part_task=(
        "all columns are written with the same luck. Find the framed character in the column T = {warm:g} and choose "
        "it: the page “{page}” shows the lines that decide."
    ),
    part_seen=(
        "T = {cool:g} and T = {warm:g} share {shared} characters; then one writes “{cool_character}”, the other "
        "“{warm_character}”. Here too both have the same scores and the same luck; only T differs, and it says how "
        "much luck counts (score + T × luck), so another character wins. From then on each continues a different text."
    ),
    creative_question="Is a high temperature creative?",
    creative_task="put the slider on {cool:g}, then on 1, then on {hot:g}, and read what is written each time.",
    creative_seen=(
        "{Known}: {at_cool} at T = {cool:g}, {at_one} at T = 1, {at_hot} at T = {hot:g}; real text has {real}. A high "
        "T adds no ideas. It lets through more of what the network itself holds unlikely: mistakes, and now and then a "
        "good surprise. "
        "Nor does the lowest T write best: at T = 0, {loops} of the texts run in a loop."
    ),
    best_question="Which temperature is the best for this network?",
    best_task=(
        "find the lowest point of the curve for text that the network has not read. Then look on the page “{page}”: "
        "at which T do its texts have as many {known} as real text?"
    ),
    best_seen=(
        "That depends on what for. Text that it has not read it predicts best at T = {best:.2f}, its training text at "
        "T = {training:.2f}. What it writes has as many {known} as real text at about T = {like:g}. Another "
        "network has other values."
    ),
    top_p_question="What does T do that top-p does not?",
    top_p_task=(
        "at T = 1 set top-p to {share:g} (“{cut}” beside the slider) and see what is left. Then “{clear}” it, and put "
        "the slider on {low:g}."
    ),
    top_p_seen=(
        "Top-p {share:g} keeps {kept} of {count} characters and leaves their proportions as they were: “{first}” is "
        "{ratio} times as likely as “{second}”. T = {low:g} cuts nothing off: all {count} may still come, but "
        "“{first}” is now {ratio_low} times as likely as “{second}”. T changes all proportions; top-p cuts the tail."
    ),
)
