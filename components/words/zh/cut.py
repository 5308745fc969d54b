"""Chinese: what is cut beside the temperature."""

from components.words.cut import CutWords

CUT = CutWords(
    cut="截断：top-k、top-p",
    cut_lead=(
        "截断是在抽取之前先去掉不太可能的字符，留下的字符按比例分享全部概率。空着就不截断。截断作用于文字和抽取；条形显示的"
        "仍是未截断的概率。"
    ),
    clear="清除",
    clear_help="取消截断",
    top_k_help="只留概率最大的 k 个字符（Fan 等，2018，arXiv 1805.04833）。",
    top_p_help="从概率最大的字符开始留，留到概率之和达到 P 为止；P = 1 不截断（Holtzman 等，2019，arXiv 1904.09751）。",
    min_p_help="概率不低于最大概率的 m 倍才留；m = 0 不截断（Nguyen 等，2024，arXiv 2407.01082）。",
    top_nsigma_help="得分比最高分低不超过 n 个标准差（按全部得分计算）才留（Tang 等，2024，arXiv 2411.07641）。",
    wanted_number_of_characters="1 或更大的整数",
    wanted_share="0 到 1 之间的数",
    wanted_width="大于 0 的数",
    order="截断的时机",
    order_help=(
        "在 T 之后：截断看到的就是图中的概率，T 越高，留下的越多。在 T 之前：截断看到的是 T = 1 时的概率，"
        "滑块不改变留下的字符。对 top-k 和 top-nσ，两种顺序没有区别。"
    ),
    cut_after="在 T 之后",
    cut_before="在 T 之前",
    wanted_order="“before” 或 “after”",
    wanted_schedule=(
        "一种变化方式加两个温度，例如 linear_1.5_0.5、cosine_1.5_0.5（从、到）或 word_1.3_0.4（词首、词内）"
    ),
)
