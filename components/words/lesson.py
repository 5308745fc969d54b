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
