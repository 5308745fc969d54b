"""What a visitor reads of what is made for a class: the large view, and the sheet of a lesson."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class LessonWords:
    """What a visitor reads of what is made for a class."""

    # The tab of the first page, and the large view
    in_class: str
    present: str
    present_help: str
    present_leave: str
    present_wanted: str

    # The sheet
    lesson_title: str
    lesson_lead: str
    lesson_address: str
    lesson_open: str
    lesson_answers: str
    lesson_answers_help: str
    lesson_answers_wanted: str
    lesson_print: str
    lesson_task: str  # `page` is a link to where it is done
    lesson_seen: str

    # Its questions: what is asked, what to do, what is seen
    order_question: str
    order_task: str
    order_seen: str
    one_question: str
    one_task: str
    one_seen: str
    part_question: str
    part_task: str
    part_seen: str
    creative_question: str
    creative_task: str
    creative_seen: str
    best_question: str
    best_task: str
    best_seen: str
    top_p_question: str
    top_p_task: str
    top_p_seen: str
