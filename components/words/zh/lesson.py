"""Simplified Chinese: what is made for a class."""

from components.words.lesson import LessonWords

LESSON = LessonWords(
    in_class="课堂上",
    present="大字显示",
    present_help="投影用：只留已有文字、滑块、条形图和各栏文字，字更大。按 Esc 退出。",
    present_leave="退出大字显示",
    present_wanted=" 1（大字显示）",
)
