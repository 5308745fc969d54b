"""Simplified Chinese: the page "Why they part"."""

from components.words.parting import PartingWords

PARTING = PartingWords(
    parting_title="为何分道",
    parting_lead=(
        "各个温度的运气相同，文字先一路同行，然后在某个字符处分开。选任意一个字符，看看谁被选中，又是为什么。"
    ),
    compared="要比较的温度",
    compared_help="两到 {most} 个，从 0 到 {highest:g}。选择，或输入你自己的数。",
    parting_two="请至少选择两个温度来比较。",
    ledger="对照",
    ledger_lead=(
        "各文字共有的部分颜色淡；最先分开的字符加框；之后又相遇的加下划线。点击一个字符，或在一行之内用方向键。"
    ),
    first_parting="各文字在这里分开",
    position="位置",
    position_before="后退一个字符",
    position_after="前进一个字符",
    row="从哪个文字来看",
    pick="T = {temperature:g} 时模型选了“{character}”（基础概率 {chance}，第 {rank} 位）。",
    pick_overtook=(
        "它比“{rival}”落后 {gap:.2f} 奈特，但运气是 {luck} 对 {rivals_luck}，值 {temperature:g} × "
        "{difference:.2f} = {worth:.2f}：够了。"
    ),
    pick_held=(
        "它领先“{rival}” {gap:.2f} 奈特；对手的运气更好，{rivals_luck} 对 {luck}，但只值 {temperature:g}"
        " × {difference:.2f} = {worth:.2f}：不够超过它。"
    ),
    pick_led_and_lucky="它领先“{rival}” {gap:.2f} 奈特，运气也更好，{luck} 对 {rivals_luck}。",
    pick_tie="它与“{rival}”同样可能；由运气决定，{luck} 对 {rivals_luck}。",
    pick_at_zero="温度为 0 时运气不算数，它领先“{rival}” {gap:.2f} 奈特。",
    pick_tie_at_zero="温度为 0 时运气不算数；“{rival}”恰好同样可能，取两者中的第一个。",
    parted_before=(
        "这些文字在此之前已经分开，所以各自读到的上文不同。这里显示的是 T = {temperature:g} 的文字的上文之后的情况。"
    ),
    noise_lines="运气与可能性",
    noise_lines_lead="每个字符是一条直线：从它的 logit 出发，按它的运气上升。在每个 T，最高的那条被选中。",
    noise_lines_alt=(
        "以温度为横轴的直线，每个字符一条；每个温度下最高的画得最粗。每个所比较的温度处有一条竖线，标出谁被选中。"
    ),
    temperature_axis="温度 T",
    score="logit + T × 运气（奈特）",
    luck="运气（Gumbel 噪声）",
    picked_at="T = {temperature:g}：{character}",
    bands="概率随温度的变化",
    bands_lead="不计运气，每个 T 下整体如何分配；上面的线是熵。",
    bands_alt="堆叠的色带：每个字符的概率，横轴是对数温度；上方的线是熵。",
    entropy_axis="比特",
    others="其他所有",
    branch="从这里分叉",
    branch_lead="如果当时选的是另一个字符呢？取所选位置之前的文字，加上一个字符，到第一页继续读。",
    branch_character="下一个字符",
    branch_button="从那里继续读",
)
