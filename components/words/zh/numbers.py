"""Simplified Chinese: the page for numbers of one's own."""

from components.words.numbers import NumbersWords

NUMBERS = NumbersWords(
    numbers_title="你的数据",
    numbers_lead="温度会怎样改变你自己的数？粘贴一些分数，或 API 返回的内容，然后拖动 T。",
    field="你的数据",
    field_help=(
        "每行一个标签和一个数，例如“猫: 3.5”。也可以粘贴向 API 要对数概率时返回的 JSON（`top_logprobs`）。只在这里读取"
        "，除了链接，哪里都不保存。"
    ),
    example="猫: 3\n狗: 2\n鱼: 1\n石头: -2",
    position="回答中的第几个位置（1 到 {count}）",
    kind="它们是",
    logits="分数（logit）",
    log_probabilities="对数概率",
    not_in_link="这些数太多，放不进链接；复制链接或重新加载后不会恢复。",
    not_listed="已略去 {labels}：这么低的数只表示“不在最可能的几项之中”。",
    tempered="条形：各项在此 T 下的概率",
    choices="难度相当于从 {choices} 个同样可能的选项中猜一个",
    character="标签",
    others_count="其余 {count} 项合计",
    others_spoken="其余 {count} 项合计：{chance}",
    description=(
        "条形图：{characters} 个数各自的概率，最大的在前，带温度滑块。条形跟随滑块；横线停在 T = 1。下面的表格有全部数"
        "字。"
    ),
    as_table="全部列成表格",
    lines="加上运气，会选中哪一个",
    lines_lead="每条线是你的一个数：T = 0 处的起点是它的分数，斜率是它的运气（随机数）。在每个 T，最高的那条线被选中。",
    as_given="1 = 你的数原来的样子",
    rest="列表没有包括的概率是 {rest}，它属于",
    rest_many="许多别的词元",
    rest_one="另外一个结果",
    rest_label="（其余）",
    others="别的词元最多有几个",
    others_help="除列表之外，模型还认识多少个词元：词表一般有几万到几十万个。",
    others_few="别的词元若只有 {others} 个，就与列表矛盾，因为没有一个超过列表里最小的；这里取 {fewest} 个。",
    limits_lead=(
        "T 不是 1 时，概率要除以对全部词元的和，而列表里没有全部词元。已知的是：别的词元合起来有多少，而且没有一个超过"
        "列表里最小的。所以每个概率都在自己的色带之内：一边是别的词元全都同样可能，另一边是尽可能少的几个占尽可能多。T "
        "= 1 时，色带没有高度。"
    ),
    limits_alt="随温度变化的色带，最可能的几个词元各一条：它的概率在什么范围之内。",
    lowest="T = {temperature:g} 时最低",
    highest="T = {temperature:g} 时最高",
    others_together_row="别的词元合计",
    exact="T = 1 时的概率",
    too_long="你的文字有 {characters} 个字符；最多读 {most} 个。",
    unreadable_line="第 {place} 行“{line}”不是以数结尾：请写一个标签和一个数，例如“猫: 3.5”。",
    nested_json="这段 JSON 嵌套得太深：请只粘贴其中的词元和对数概率的列表。",
    unreadable_json="开头像 JSON，但从第 {line} 行第 {column} 列起读不下去：请完整地粘贴。",
    no_list_in_json=(
        "这段 JSON 里没有词元和对数概率的列表：请向 API 要（`logprobs`、`top_logprobs`），或写成“猫: 3.5”这样的行。"
    ),
    too_few="至少要有两个数，这里找到 {count} 个：请每行写一个标签和一个数。",
    too_many="共有 {count} 个数，最多显示 {most} 个：请去掉最不可能的。",
    label_twice="“{label}”不止一次出现：请给每个数一个不同的标签。",
    no_usable_number="“{label}”的数是 {value}：请给一个在 −1,000,000 和 1,000,000 之间的数。",
    above_zero="“{label}”的对数概率是 {value}，但对数概率不会大于 0：这些是分数（logit）吗？",
    above_one="这些对数概率合起来是 {total}，超过了 100 %：这些是分数（logit）吗？",
    none_listed="所有的数都像“{label}”的 {value} 那样低，这只表示“不在最可能的几项之中”：请把最可能的几项也粘贴进来。",
)
