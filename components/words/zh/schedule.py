"""Simplified Chinese: a temperature that changes along the text."""

from components.words.schedule import ScheduleWords

SCHEDULE = ScheduleWords(
    schedule="变化的 T",
    lead="写的过程中，T 可以变化。这时第一列就这样写，条形和滑块显示下一个字符的 T。",
    clear_help="T 不再变化，由滑块决定",
    kind="T 沿着文字怎样变化",
    kind_help=(
        "均匀变化：从第一个字符到最后一个，每步变化相等。按余弦变化：两头慢、中间快，学习率也常这样降低（Loshchilov 和 "
        "Hutter，2016，arXiv 1608.03983）。按词中位置：每个词的首字母用一个 T，词内用另一个；词首热、词内冷，"
        "写出的词新而拼写仍对。"
    ),
    stays="不变",
    linear="均匀变化",
    cosine="按余弦变化",
    word="按词中位置",
    start="开头的 T",
    end="结尾的 T",
    first="词首字母的 T",
    inside="词内的 T",
    wanted="一种变化方式加两个温度，例如 linear_1.5_0.5、cosine_1.5_0.5（从、到）或 word_1.3_0.4（词首、词内）",
    no_spaces="这个网络写的文字没有空格，也就没有词中位置之分：T 不变，由滑块决定。",
    head_cosine="{start} → {end}，余弦",
    head_word="词首 {first}，词内 {inside}",
    character_at="{said} · 写它时 T = {temperature}",
    saying="T 沿着文字变化（{head}），见文字下面的线。滑块和条形显示下一个字符的 T；点“清除”，滑块就又能拖动。",
)
