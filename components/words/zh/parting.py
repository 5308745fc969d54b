"""Simplified Chinese: the page on which texts part."""

from components.words.parting import PartingWords

PARTING = PartingWords(
    parting_title="运气相同，文字不同",
    parting_lead="同一个网络，用同样的运气续写同一段文字，只有 T 不同：起初写得一样，到某个字符就分开了。",
    parting_settings="温度、种子",
    compared="要比较的温度",
    compared_help="两到 {most} 个，从 0 到 {highest:g}。选择，或输入你自己的数。",
    parting_two="请至少选择两个温度来比较。",
    schedule_lead="写的过程中，T 可以变化。下面多写一段这样的文字，它的竖线立在所选字符的 T 处。",
    ledger_lead="灰字：各段文字相同。加框：在这里分开。下划线：后来在同一位置上又相同的字符。选一个字符，看它为什么被选中。",
    first_parting="各段文字在这里分开",
    position="位置",
    position_before="后退一个字符",
    position_after="前进一个字符",
    row="解释哪一段",
    seen_same="到这里，各段文字还是一样的：分数相同，运气相同，所比较的每个 T 都选“{character}”。",
    seen_parting="文字在这里分开：{picks}。每个字符的分数和运气在各段文字中都相同；运气要乘以 T，而不同的只有 T。",
    seen_cut="截去哪些字符也取决于 T。",
    pick_at="T = {temperatures} 时选“{character}”",
    pick_join="，",
    parted_before=(
        "各段文字在这个位置之前已经分开，网络读到的上文不同，给出的分数也就不同。这里显示的是“{text}”那一段。"
    ),
    pick="T = {temperature:g}：选中“{character}”，此温度下概率 {chance}（第 {rank}，共 {count}）。",
    pick_kept=(
        "T = {temperature:g}：选中“{character}”。截断后留下 {kept} 个字符（共 {count} 个），它在其中的概率是 {chance}"
        "（按分数排第 {rank}）。"
    ),
    pick_tie="最高的和相等；相等时取排在前面的字符。",
    pick_enters="“{character}”本来会高出 {lead} 而胜出，但在 {cut} 下，它从 T = {enters} 起才算数。",
    pick_never="“{character}”本来会高出 {lead} 而胜出，但在 {cut} 下，它在任何 T 都不算数。",
    pick_never_before="“{character}”本来会高出 {lead} 而胜出，但 {cut} 在 T 之前截断，它在任何 T 都不算数。",
    picked="选中",
    second="第二",
    picked_elsewhere="T = {temperatures} 时选中",
    most_likely="最可能",
    cut_here="已截去",
    role_cut="{role}；已截去",
    score="分数（logit）",
    worth="运气 × T",
    total="和",
    units=(
        "单位都是奈特。T = 1 时，分数比另一个字符高 1 奈特，概率就是它的 2.7 倍；1 奈特 = 1.44 比特。运气是每个字符"
        "各有的一个随机数，在每个 T 都不变（文献中称为 Gumbel 噪声）。"
    ),
    noise_lines_lead=(
        "每条线是一个字符：T = 0 处的起点是它的分数（logit），斜率是它的运气；运气为负，线就下降。在每个 T，最高的那条"
        "线被选中。"
    ),
    rays_lead=(
        "线是虚线的地方，字符被截去，不算数；短竖线处，它开始算数。如果在那里它最高，选中的字符就一下跳到它。叉号：线最高，"
        "却被截去。"
    ),
    noise_lines_alt=(
        "以温度为横轴的直线，每个字符一条；每个温度下最高的画得最粗。每个所比较的温度处有一条竖线，标出谁被选中，圆圈标出"
        "谁排第二。"
    ),
    rays_alt="字符被截去的地方，线是虚线；某条线开始算数时若高于其他各条，选中的字符就跳到它。叉号标出不截断时会选中谁。",
    temperature_axis="温度 T",
    score_axis="和：分数 + 运气 × T（奈特）",
    luck="运气",
    picked_at="T = {temperature:g}：{character}",
    second_at="第二：{character}",
    cut_at="截去：{character}",
    lower="{all} 个字符中有 {count} 个太低，没有画出",
    bands="每个 T 下各字符的概率",
    bands_lead=(
        "在每个 T，色带的高度就是那个字符的概率。上方的线是熵，表示下一个字符有多难猜：1 比特相当于从 2 个同样可能的"
        "字符中猜，2 比特是 4 个，3 比特是 8 个。T 从 0 到 {last:g}，与上图相同。"
    ),
    bands_cut="在某个 T 被截去的字符，在那里没有概率；全部概率由留下的字符分享。",
    bands_alt="堆叠的色带：每个字符的概率，横轴是温度；上方的线是熵。",
    entropy_axis="比特",
    others="其余所有",
    branch="如果当时选的是另一个字符呢？",
    branch_lead="取所选位置之前的文字，加上你选的一个字符，让“探索”页接着写下去。",
    branch_character="下一个字符（T = 1 时的概率）",
    branch_button="从那里接着写",
)
