"""Simplified Chinese: the first page."""

from dataclasses import dataclass

from components.words.en import explore as english


@dataclass(frozen=True)
class Explore(english.Explore):
    """What a visitor reads of the first page."""

    prompt: str = "到目前为止的文字"
    prompt_help: str = "输入时，每个字符都会重画条形。⏎ 是换行；\\n 也读作换行。"
    add_line_break: str = "添加一个换行"
    line_break_button: str = "添加 ⏎"
    examples: str = "试试这些"
    example_names: tuple[str, ...] = ("q 之后", "词的中间", "句号之后", "一段台词开始")
    unknown_characters: str = "这个模型不认识 {characters}，所以略去了。"
    empty_prompt: str = "目前没有文字，所以模型从“{character}”开始。"
    long_prompt: str = "目前的文字有 {length:,} 个字符；只读最后 {limit:,} 个。"
    temperature: str = "温度 T"
    as_trained: str = "1 = 训练时的样子"
    chance: str = "接下来出现的概率"
    tempered: str = "在温度 T"
    base: str = "在 T = 1"
    character: str = "字符"
    logit: str = "logit z（奈特）"
    rank: str = "位次"
    entropy: str = "熵"
    bits: str = "比特"
    as_many_as: str = "相当于"
    choices: str = "个均等的选择"
    most_likely: str = "最可能："
    live_description: str = (
        "条形图：{characters} 个字符各自接下来出现的概率，最可能的在前，带温度滑块。条形跟随滑块；横线停在 T = "
        "1。下面的表格有全部数字。"
    )
    logarithmic: str = "对数坐标"
    logarithmic_help: str = "显示小到百万分之一的概率，使小的也能读出。"
    as_table: str = "所有字符的表格"
    space: str = "空格"
    line_break: str = "换行"
    probability_column: str = "T = {temperature:g} 时的概率"
    base_column: str = "T = 1 时的概率"
    arithmetic: str = "带数字的算式"
    arithmetic_lead: str = (
        "从分数到概率分四步；拖动滑块，看每一步怎样变化。取指数前减去最大的一个，不会改变任何概率，只让数字不至于太大。"
    )
    arithmetic_sum: str = "合计"
    side_by_side: str = "并排比较"
    side_by_side_lead: str = (
        "一个网络，一个种子：在每个温度下骰子都掷得一样，所以这些文字只因温度而不同。它们一路同行，直到某个字符"
        "选得不同。"
    )
    temperatures: str = "温度"
    temperatures_help: str = "1 到 {most} 个，从 0 到 {highest:g}。选择，或输入你自己的数。"
    length: str = "要写的字符数"
    seed: str = "种子"
    seed_help: str = "同一个种子再次给出同样的文字。"
    another_seed: str = "换一个种子"
    slider_numbers: str = "在此 T 写成：平均意外程度 {bits:.2f} 比特/字符 · 真实词 {words} · 不重复的三词组 {distinct}"
    differs_from: str = "从第 {position:,} 个字符起与 T = {temperature:g} 不同"
    same_as: str = "与 T = {temperature:g} 的文字相同"
    parting: str = "这段文字在这里与左边一列分开"
    character_hint: str = "{character} · 在 T = 1 时意外程度 {bits:.1f} 比特"
    legend: str = "底色：在 T = 1 时这个字符令网络惊讶的程度，以比特计"
    choose_a_character: str = "选任意一个字符，看它为什么被选中：点击、轻触，或用方向键加回车。"
    legend_last: str = "{level} 或更多"
    mean_surprisal: str = "平均意外程度"
    bits_per_character: str = "{value:.2f} 比特/字符"
    word_share: str = "真实词"
    distinct_trigrams: str = "不重复的三词组"
    measures_help: str = (
        "**平均意外程度**：在 T = 1 时网络自己觉得所写的有多不可能。**真实词**：在训练文字中出现过的完整单词。*"
        "*不重复的三词组**：三个词的序列有多少不重复。"
    )
    measures_title: str = "文字下面的数字说明什么？"
    download_csv: str = "样本（CSV）"
    download_json: str = "样本（JSON）"
    bad_temperature: str = "“{value}”不是 0 到 {highest:g} 的温度，所以略去了。"
    temperature_twice: str = "“{value}”就是 T = {temperature:g}，已经有了，只取一次。"
    no_temperatures: str = "请至少选择一个温度，看模型在那里写什么。"
