"""English: what is made for a class."""

from components.words.lesson import LessonWords

LESSON = LessonWords(
    in_class="In class",
    present="Large view",
    present_help="For a projector: prompt, slider, bars and texts alone, in larger type. Esc leaves it.",
    present_leave="Leave the large view",
    present_wanted="1, the large view",
)
