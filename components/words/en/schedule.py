"""English: a temperature that changes along the text."""

from components.words.schedule import ScheduleWords

SCHEDULE = ScheduleWords(
    schedule="Changing T",
    lead=(
        "T may change while the text is written. Then the first column is written so, and the bars and the slider show "
        "the T of the next character."
    ),
    clear_help="Let T stay as the slider says",
    kind="Along the text, T",
    kind_help=(
        "Evenly: in equal steps from the first character to the last. By a cosine: slowly at both ends, as learning "
        "rates are lowered (Loshchilov and Hutter 2016, arXiv 1608.03983). By place in the word: one T for the first "
        "letter of each word, another inside it; hot at the starts and cool inside, words are new and still spelled."
    ),
    stays="stays",
    linear="changes evenly",
    cosine="changes by a cosine",
    word="by place in the word",
    start="T at the beginning",
    end="T at the end",
    first="T for a first letter",
    inside="T inside a word",
    wanted=(
        "a kind with both of its temperatures, such as linear_1.5_0.5, cosine_1.5_0.5 (from, to) or word_1.3_0.4 "
        "(first letter, inside)"
    ),
    no_spaces="What this network writes has no spaces, so it has no place in the word: T stays as the slider says.",
    head_cosine="{start} → {end}, cosine",
    head_word="{first} at starts, {inside} inside",
    character_at="{said} · written at T = {temperature}",
    saying=(
        "T changes along the text ({head}): the line under it. The slider and the bars show T of the next character; "
        "“Clear” lets you move the slider again."
    ),
)
