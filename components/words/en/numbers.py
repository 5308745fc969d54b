"""English: the page for numbers of one's own."""

from components.words.numbers import NumbersWords

NUMBERS = NumbersWords(
    numbers_title="Your numbers",
    numbers_lead="What does temperature do to numbers of yours? Paste scores, or what an API answered, and drag T.",
    field="Your numbers",
    field_help=(
        "A line each: a label and a number, such as “cat: 3.5”. Or the JSON that an API answers with when it is asked "
        "for log-probabilities (`top_logprobs`). They are read here and stored nowhere but in the link."
    ),
    example="cat: 3\ndog: 2\nfish: 1\nstone: -2",
    position="Position in the answer, from 1 to {count}",
    kind="They are",
    logits="scores (logits)",
    log_probabilities="log-probabilities",
    not_in_link="These are too many for a link, so “Copy link” and a reload do not bring them back.",
    not_listed="Left out, since so low a number only says “not among the most likely”: {labels}.",
    tempered="Bars: each one's chance, at this T",
    choices="as hard to guess as {choices} equally likely ones",
    character="label",
    others_count="{count} others together",
    others_spoken="{count} others together: {chance}",
    description=(
        "Bar chart of the chances of {characters} numbers, the largest first, with a temperature slider. Bars follow "
        "the slider; ticks stay at T = 1. The table below has all the numbers."
    ),
    as_table="All of them as a table",
    lines="Which one is picked, with luck",
    lines_lead=(
        "Each line is one of your numbers: at T = 0 it starts at its score, and its slope is its luck, a random "
        "number. At each T the highest line is picked."
    ),
    as_given="1 = your numbers as they are",
    rest="The list leaves out {rest} of the chance. That belongs to",
    rest_many="many other tokens",
    rest_one="one other outcome",
    rest_label="(others)",
    others="Other tokens, at most",
    others_help=(
        "How many tokens the model knows beside those of the list: its vocabulary has some ten thousand to a few "
        "hundred thousand."
    ),
    others_few=(
        "With {others} other tokens the list cannot be right, since none of them has more than its last one: {fewest} "
        "are taken."
    ),
    limits_lead=(
        "At another T than 1 a chance is divided by a sum over all tokens, and the list has not all of them. What the "
        "others have together is known, and none has more than the last of the list. So each chance lies in its band: "
        "at one edge the others are all equally likely, at the other as few as possible have as much as possible. At "
        "T = 1 the band has no height."
    ),
    limits_alt="Bands over temperature, one for each of the most likely tokens: between which limits its chance lies.",
    lowest="lowest at T = {temperature:g}",
    highest="highest at T = {temperature:g}",
    others_together_row="all others together",
    exact="chance at T = 1",
    too_long="Your text has {characters} characters; at most {most} are read.",
    unreadable_line=(
        "Line {place}, “{line}”, does not end with a number: write a label and a number, such as “cat: 3.5”."
    ),
    nested_json="This JSON is nested too deeply: paste only its list of tokens with their log-probabilities.",
    unreadable_json="This begins like JSON, but cannot be read from line {line}, column {column}, on: paste all of it.",
    no_list_in_json=(
        "This JSON has no list of tokens with log-probabilities: ask the API for them (`logprobs`, `top_logprobs`), or "
        "write lines such as “cat: 3.5”."
    ),
    too_few="There have to be two numbers or more, and here {count} is found: write a label and a number a line.",
    too_many="There are {count} numbers; at most {most} are shown: leave out the least likely.",
    label_twice="“{label}” is there more than once: give each number a label of its own.",
    no_usable_number="The number of “{label}” is {value}: give one between −1,000,000 and 1,000,000.",
    above_zero="“{label}” has the log-probability {value}, but none is above 0: are these scores (logits)?",
    above_one="Together these log-probabilities have a chance of {total}, more than 100 %: are these scores (logits)?",
    none_listed=(
        "All of these are as low as “{label}” with {value}, which only says “not among the most likely”: paste the "
        "most likely ones too."
    ),
)
