"""Simplified Chinese: the guided start."""

from components.words.tour import TourWords

TOUR = TourWords(
    tour_offer="第一次来？猜五次，三分钟。",
    tour_start="导览",
    tour_step="导览，第 {step} 步，共 {steps} 步",
    tour_guess="你的猜测",
    tour_tell="告诉我",
    tour_back="上一步",
    tour_next="下一步",
    tour_finish="完成",
    tour_skip="离开",
    tour_answer="**{verdict}** {option}。{told}",
    tour_right="对。",
    tour_wrong="不太对。",
    tour_hides="猜过之后，文字就会回来。",
    fall_question="温度下降时，这些条会怎样？",
    fall_intro=(
        "一个只认识字符的网络读过了“已有文字”。每一条是它给一个字符接着出现的**概率**；加起来是 100"
        " %。把网络的分数变成这些概率的规则叫做 **softmax**，滑块是它的**温度** T。"
    ),
    fall_options=("它们趋于平均", "最高的更高，其余变矮", "它们交换位置"),
    fall_check="现在看看：把滑块拖到 {temperature:g} 或更低。",
    fall_told=(
        "T = {temperature:g} 时最高的一条“{character}”是 {now}；T = 1 时它是 {before}。次序从不改变。"
        "下一个字符有多不确定，叫做**熵**：T = 1 时相当于在 {open_before:.1f} 个同样可能的字符中选择，"
        "现在是 {open_now:.1f} 个。"
    ),
    made_question="这段文字是哪个温度写的？",
    made_intro="按概率抽出一个字符，接在文字后面，网络再猜下一个：它就这样写作。这是它写的一段文字的开头：",
    made_option="温度 T = {temperature:g}",
    made_check="现在看看：在并排的文字里找到它。",
    made_told=(
        "以 T = 1 来看，它的字符平均每个有 {bits:.2f} 比特的意外；T = {other:g}"
        " 的文字是 {other_bits:.2f}。**意外程度**（surprisal）是一件事有多不可能：概率二分之一是一比特，四分之一"
        "是两比特。低温写的几乎不令人意外，高温写的谁也不会这样写。"
    ),
    part_question="这两段文字开头会有多少个字符相同？",
    part_intro=(
        "抽字符要靠运气。这里每个温度在每个字符上的**运气都相同**；**种子**就是产生运气的那个数。所以 T = {cool:g}"
        " 和 T = {warm:g} 的文字开头一样，然后温度把它们分开。它们会有多少个相同的字符？"
    ),
    part_options=("少于 5 个", "5 到 19 个", "20 到 79 个", "80 个或更多"),
    part_check="现在看看：每一列里第一个不同的字符加了框。",
    part_told=(
        "相同的字符数：{shared}。然后 T = {cool:g} 的文字接“{cool_character}”，T = {warm:g} 的接“{warm_character}”。"
    ),
    part_told_same="它们没有分开：全部 {shared} 个字符都相同。换一个种子也许会分开。",
    part_why="让我看为什么",
    trained_question="对这个网络来说，T = 1 是什么？",
    trained_intro=(
        "网络的分数在变成概率之前叫做 **logit**。softmax 先把它们除以 T，再变成概率。训练时用的文字，下一个字符"
        "是已知的，没有人设过温度。"
    ),
    trained_options=("秩序与偶然的正中间", "它学到的概率，原封不动", "写得最好的温度"),
    trained_check="现在看看：把滑块移开，再移回 1，看条上的小横线。",
    trained_told=(
        "除以 1 什么也不变，所以 T = 1 时每一条都停在它的横线上：就是训练得到的概率。这里“{character}”是 {chance}。"
        "它不是中间，也没有什么说明它写得最好；那要由你来看。"
    ),
    hot_question="温度很高时，概率会趋向什么？",
    hot_intro="分数并没有变。除以越来越大的 T，它们就彼此越来越接近。",
    hot_options=("最不可能的变成最可能的", "最可能的字符必定胜出", "所有字符变得同样可能"),
    hot_check="现在看看：把滑块拖到 {temperature:g}。虚线是所有字符都相同的位置。",
    hot_told=(
        "T = {temperature:g} 时相当于在 {choices:.1f} 个同样可能的字符中选择，T = 1 时是 {before:.1f} 个。再高下去，"
        "{count} 个字符各有 {count} 分之一的概率，即 {chance}：只剩噪声。滑块一列的文字就是那样。"
    ),
)
