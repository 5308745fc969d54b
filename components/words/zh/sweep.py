"""Simplified Chinese: the page "Sweep"."""

from components.words.sweep import SweepWords

SWEEP = SweepWords(
    sweep_title="扫描",
    sweep_lead="温度带来什么，又要付出什么？拖动滑块，整页的图和文字都会跟着变。",
    written_at="T = {temperature:g} 时写的文字",
    written_at_zero="T = 0 时写的文字（没有运气）",
    measures="各项指标随温度的变化",
    sweep_how=(
        "网络在 {count} 个温度下各写了 {samples} 段文字，每段 {length:,} 个字符，并逐一测量。线是各段文字的平均值，色带"
        "表示它有多准（95 % 区间，用自助法算出）；看不见色带的地方，色带比线还窄。各个温度的运气相同，所以差别只来自温"
        "度。"
    ),
    sweep_how_at_zero="T = 0 时没有运气：无论哪个种子，写出的都是同一段文字，所以色带没有宽度。",
    sweep_how_real="点线：同一指标在真实文字上的值，取自网络没见过的 {passages} 段，每段 {reference:,} 个字符。",
    real_text="真实文字",
    measure_names=(
        "质量：{known}。",
        "{runs}。",
        "多样性：压缩后大小。",
        "循环。",
        "意外程度。",
        "自信。",
        "不确定。",
    ),
    sweep_word_share=("**{name}** {meaning}占多少：T = {low:g} 时 {at_low}，T = {high:g} 时 {at_high}{real}。"),
    sweep_distinct_trigrams=(
        "**{name}** {run}里，前文没有出现过的占多少：T = {low:g} 时 {at_low}，T = {high:g} 时 {at_high}{real}。"
    ),
    sweep_compressed_share=(
        "**{name}** 压缩后还剩原来的多少（重复的内容容易压缩）：T = {low:g} 时 {at_low}，T = {high:g} 时 "
        "{at_high}{real}。"
    ),
    sweep_loops=("**{name}** 结尾一直重复同一段话的文字：T = {low:g} 时 {at_low}，T = {high:g} 时 {at_high}{real}。"),
    sweep_base_bits=(
        "**{name}** 一个字符平均让 T = 1 的网络有多意外，单位是比特（概率为一半时是 1 比特）：T = {low:g} 的文字 "
        "{at_low}，T = {high:g} 的文字 {at_high}{real}。"
    ),
    sweep_top_probability=(
        "**{name}** 最可能的下一个字符的平均概率：T = {low:g} 时 {at_low}，T = {high:g} 时 {at_high}{real}。"
    ),
    sweep_entropy=(
        "**{name}** 下一个字符的平均熵，单位是比特（两个字符同样可能时是 1 比特）：T = {low:g} 时 {at_low}，"
        "T = {high:g} 时 {at_high}{real}。"
    ),
    in_real="，真实文字 {value}",
    on_real="，在真实文字上（T = 1）{value}",
    sweep_alt="随温度变化的折线图，带区间和真实文字的水平线：{measure}",
    trade_off="质量与多样性",
    trade_off_lead=(
        "每个点是一个温度。越往上，{known}（{meaning}）的比例越高；越往右，文字用 zlib 压缩后越大，也就是重复越少。"
    ),
    trade_off_diamond="菱形是真实文字。",
    trade_off_reached=(
        "T = {which} 时，文字的质量和多样性都达到真实文字（菱形）的水平：{known}（{meaning}）不少于 {quality}；压缩后剩"
        "下原来的 {size} 或更多。"
    ),
    trade_off_missed=(
        "没有哪个温度能使文字的质量和多样性都达到真实文字（菱形）的水平：{known}（{meaning}）不少于 {quality}；压缩后剩"
        "下原来的 {size} 或更多。"
    ),
    trade_off_alt="散点图，每个温度一个点：{known}的比例对压缩后大小，并标出真实文字。",
    at_point="T = {temperature}：{known} {quality}，\n压缩后大小 {diversity}",
    diversity="多样性：压缩后大小",
    quality="质量：{known}",
    along="从头到尾。",
    along_lead=(
        "**{name}** 网络写到后面，是更有把握，还是更没把握？从第一个十分之一到最后一个，T = {temperature:g} 时熵"
        "{drift}{real}。"
    ),
    along_real="；真实文字的熵{change}",
    along_alt="折线图：滑块所在温度下，文字每个十分之一的熵，以及真实文字的熵。",
    tenth_axis="文字的第几个十分之一",
    rises="上升 {size}",
    falls="下降 {size}",
    unchanged="没有变化",
    unclear="没有明显变化（{size}；95 % 区间 {low} 到 {high}）",
    in_points="{size} 个百分点",
    in_bits="{size} 比特",
    between="（95 % 区间 {low} 到 {high}）",
    several="、",
    joint="",
    claims="[Karpathy 的文章](https://karpathy.github.io/2015/05/21/rnn-effectiveness/)怎么说，这里测出什么",
    claim_holds="✓ 得到证实。",
    claim_fails="✗ 在这里没有得到证实。",
    claim_open="– 这次扫描里没有两个可以比较的温度。",
    claim_confident="温度更低：更自信，也更保守",
    claim_confident_found=("从 T = {hot:g} 到 {cold:g}，最可能字符的概率{confidence}，所写字符的意外程度{surprise}。"),
    claim_confident_but=(
        "但 T = {least:g} 的文字比 T = {coldest:g} 的更不让人意外。（T = {coldest:g} 时每一步都取最可能的字符，得到的却"
        "不是最可能的文字。）"
    ),
    claim_diverse="温度更高：更多样",
    claim_diverse_found=("从 T = {cold:g} 到 {hot:g}，压缩后大小{size}；{runs}的比例{distinct}。"),
    claim_diverse_but="但从 T = {full:g} 起，99 % 的这种组合都不重复，几乎没有再增加的余地。",
    claim_mistakes="温度更高：错误更多，包括拼写错误",
    claim_mistakes_found="从 T = {cold:g} 到 {hot:g}，{known}的比例{words}。",
    claim_mistakes_but="但错误最少的是 T = {best:g}，而不是 {coldest:g}。",
    claim_loops="接近零：反复说最可能的话",
    claim_loops_found=("T = {cold:g} 时，{share} 的文字以循环结尾：最后一直重复同样的几个字符，平均 {period:.0f} 个。"),
    claim_loops_zero=("T = 0 时运气不起作用，只有一段文字，最后一直重复同样的 {period:.0f} 个字符。"),
    claim_loops_none="T = {cold:g} 时没有文字以循环结尾。",
    claim_loops_but="但从 T = {free:g} 起，没有文字以循环结尾：一点点运气就足以跳出循环。",
    comparison="截断有帮助吗？",
    comparison_missing="还没有用这个网络测量截断是否有帮助。用下面的命令来测量：",
    comparison_lead=(
        "截断就是在抽取之前先去掉最不可能的字符：top-k 10 只留最可能的 10 个；top-p 0.9 从最可能的开始留，留到概率之和"
        "达到 90 %；min-p 0.1 只留概率不低于最大概率十分之一的。可以先用 T 再截断（“先 T”），也可以先截断再用 T（“后 T”"
        "）。网络用 {count} 种方式各写了 {samples} 段文字，每段 {length:,} 个字符：固定的 T；固定的 T 加一种截断；不截"
        "断，而词的首字母用一个 T、词内用另一个。所有方式的运气都相同。"
    ),
    families=(
        "固定 T",
        "top-k 10",
        "top-p 0.9，先 T",
        "top-p 0.9，后 T",
        "min-p 0.1，先 T",
        "min-p 0.1，后 T",
        "按词中位置定 T",
    ),
    candidate="{family}，T = {temperature}",
    candidate_in_words="词首 T = {first}、词内 {inside}",
    candidate_at_point="{name}：{known} {quality}，压缩后大小 {diversity}",
    comparison_alt="散点图，每种方式一条曲线：真实文字附近，{known}的比例对压缩后大小。",
    comparison_how=(
        "**质量与多样性**，真实文字附近：每种截断一条曲线，每个 T 一个点；按词中位置定 T 的，词内所用的每个 T 一条曲线"
        "。越靠右上越好。图中画的是全部文字，所以点的位置与上面的数值可能略有出入。圆圈：滑块所在的固定 T。"
    ),
    kept_lead=(
        "**留下多少字符。** 先 T 时，min-p 从 {characters} 个字符里平均留下：T = {cold:g} 时 {first_cold} 个，"
        "T = {hot:g} 时 {first_hot} 个；后 T 时分别是 {last_cold} 个和 {last_hot} 个。"
    ),
    kept_axis="留下的字符数",
    kept_at_point="{name}：平均留下 {kept} 个字符",
    kept_alt="随温度变化的折线图，每种截断一条线：平均留下的字符数。",
    best=(
        "**{known}的比例不低于真实文字（{real}）时，{count} 种方式中最多样的是“{name}”**：压缩后还剩 {size}，{known} "
        "{words}（95 % 区间）。这种方式是用一半种子（{half} 个）的文字挑出来的；为了公平，这些数值是在另一半（{rest} 个"
        "）的文字上测的。"
    ),
    none_reaches="没有一种方式的{known}比例达到真实文字（{real}）。",
    place_beats=(
        "**按词中位置定 T，胜过任何固定的 T**：{name} 时，压缩后大小与固定的 T（取{known}比例相同的那一个）相差 "
        "{gain}个百分点。"
    ),
    place_open=(
        "**按词中位置定 T，并不明显胜过固定的 T**：{name} 时，压缩后大小与固定的 T（取{known}比例相同的那一个）相差 "
        "{gain}个百分点，区间包含 0。"
    ),
    place_loses=(
        "**按词中位置定 T，不如固定的 T**：{name} 时，压缩后大小与固定的 T（取{known}比例相同的那一个）相差 {gain}个百"
        "分点。"
    ),
    place_none="试过的各种按词中位置定 T 的方式，{known}比例都达不到真实文字。",
    learnt=(
        "**是背下来的吗？** 背诵也会提高{known}的比例。与训练文字连续 30 个字符以上完全相同的部分，在上面那种最多样的文"
        "字里占 {best}，在 {constant_name} 的文字里占 {constant}，在网络没读过的真实文字里占 {real}。"
    ),
    learnt_unknown="文字有多少是背下来的，没有测量。",
    disputed=(
        "**min-p 在高温下是否有用，尚有争议**：[一篇论文](https://arxiv.org/abs/2407.01082)说有用，[另一篇]("
        "https://arxiv.org/abs/2506.13681)说前一篇的数据证明不了这一点；[第三篇](https://arxiv.org/abs/2604.11012)讨论"
        "不依赖 T 的截断。这里，与{known}比例相同的那个固定 T 相比，压缩后大小的差别如下（百分点）：{gains}。这只是一个"
        "很小的字符网络，指标也只有两个简单的，对大模型说明不了什么。"
    ),
    gain_of="{name}：{gain}",
    several_gains="；",
    column_candidate="每类中最好的",
    column_words="{known}",
    column_size="压缩后大小",
    column_gain="比固定 T 多的百分点",
    column_kept="留下",
    column_copied="背下来的",
    table_lead=(
        "每类中最好的，在没有用来挑选的文字上测得，带 95 % 区间。“比固定 T 多的百分点”与“谁最多样”是两个问题：每一行都"
        "与{known}比例相同的那个固定 T 相比。这样的区间，大约二十个里有一个会漏掉真实的值。"
    ),
    gain_interval="{mean}（{low} 到 {high}）",
    comparison_csv="比较结果，CSV",
    comparison_json="比较结果，JSON",
    sweep_run="运行自己的扫描",
    sweep_run_lead=(
        "上面的网络一段一段地写、一段一段地量，你可以看着。一次只运行一个扫描，其他的排队等候。不同温度的文字运气相同。"
    ),
    sweep_run_windowed=(
        "这个网络每写一个字符，都要把最后 {window} 个字符重读一遍，耗时是平常的 {window} 倍，所以这里可选的文字更少、更"
        "短。"
    ),
    sweep_prompt="每段文字都从这里写下去",
    sweep_samples="每个温度几段文字",
    sweep_length="每段文字几个字符",
    sweep_start="运行",
    sweep_stop="停止，保留已有的",
    sweep_running="已写并测量：{done:,} 段，共 {total:,} 段，还剩 {left:,} 段。",
    sweep_stopped="已停止，每个温度完成 {seeds} 段，共 {samples} 段；各图显示已有的结果。",
    sweep_stopped_early="在最初几段写完之前就停止了。",
    sweep_done="你的扫描完成了：{texts:,} 段文字。各图显示它的结果。",
    sweep_failed="扫描因错误而结束：{error}",
    sweep_back="回到存好的扫描",
    sweep_yours="显示的是你自己的扫描，从“{prompt}”写下去。",
    sweep_csv="各项数值，CSV",
    sweep_json="全部内容，JSON",
)
