"""Simplified Chinese: the page "Sweep"."""

from components.words.sweep import SweepWords

SWEEP = SweepWords(
    sweep_title="扫描",
    sweep_lead=(
        "温度换来什么，又要付出什么？网络在 {count} 个温度下各写了 {samples} 段文字，每段 {length:,} 个字符，全"
        "部都测量过。拖动游标，走过各图。"
    ),
    sweep_how="线是各段文字的平均，色带是 95 % 区间（对种子做自助法）。每个温度的运气相同，所以不同的只有温度。",
    sweep_how_at_zero="T = 0 时没有运气：所有种子写的是同一段文字，色带没有宽度。",
    sweep_how_real="虚线：网络没见过的真实文字上的同一测量，{passages} 段，每段 {reference:,} 个字符。",
    real_text="真实文字",
    measure_names=("拼写。", "多样。", "压缩后大小。", "循环。", "意外。", "自信。", "开放。"),
    sweep_word_share=(
        "**{name}** 出现在训练文字里的词：T = {low:g} 时 {at_low}，T = {high:g} 时 {at_high}，真实文字 {real}。"
    ),
    sweep_distinct_trigrams=(
        "**{name}** 互不相同的三词组：T = {low:g} 时 {at_low}，T = {high:g} 时 {at_high}，真实文字 {real}。"
    ),
    sweep_compressed_share=(
        "**{name}** zlib 压缩后剩下多少（重复的容易压缩）：T = {low:g} 时 {at_low}，T = {high:g} 时 {at_high}"
        "，真实文字 {real}。"
    ),
    sweep_loops=(
        "**{name}** 结尾反复同一段的文字：T = {low:g} 时 {at_low}，T = {high:g} 时 {at_high}，真实文字 {real}。"
    ),
    sweep_base_bits=(
        "**{name}** 从 T = 1 来看，每个字符的比特数：T = {low:g} 时 {at_low}，T = {high:g} 时 {at_high}，真实文字"
        " {real}。"
    ),
    sweep_top_probability=(
        "**{name}** 最可能的下一个字符的平均概率：T = {low:g} 时 {at_low}，T = {high:g} 时 {at_high}，在真实文字"
        "上（T = 1）{real}。"
    ),
    sweep_entropy=(
        "**{name}** 下一个字符的平均熵（比特）：T = {low:g} 时 {at_low}，T = {high:g} 时 {at_high}，在真实文字上"
        "（T = 1）{real}。"
    ),
    sweep_alt="随温度变化的折线图，带区间和真实文字的水平线：{measure}",
    trade_off="质量与多样",
    trade_off_lead="每个点是一个温度：真实词的比例，对压缩后剩下的大小（重复的部分已去掉）。菱形是真实文字。",
    trade_off_reached="T = {which} 时，文字在两方面都达到它：词 {quality}，大小 {size}。",
    trade_off_missed="没有哪个温度在两方面都达到它：词 {quality}，大小 {size}。",
    trade_off_alt="散点图，每个温度一个点：真实词的比例对压缩后大小，并标出真实文字。",
    diversity="多样：压缩后大小",
    quality="质量：真实词",
    along="沿着文字",
    along_lead=(
        "网络写下去，是越来越有把握，还是越来越没有？从第一个十分之一到最后一个，T = {temperature:g} 时熵变化 {drift}"
        " 比特；真实文字上变化 {real}。"
    ),
    along_alt="折线图：游标所在温度下，文字每个十分之一的熵，以及真实文字的熵。",
    tenth_axis="文字的第几个十分之一",
    between="{mean}（{low} 到 {high}）",
    claims="文章怎么说，这里测出什么",
    claims_lead=(
        "Andrej Karpathy 的文章[《The Unreasonable Effectiveness of Recurrent Neural Networks》](https://karpat"
        "hy.github.io/2015/05/21/rnn-effectiveness/)关于温度说了四件事（用我们的话转述），每件旁边是上面这个网络"
        "的一个数；括号里是它的 95 % 区间。"
    ),
    claim_holds="✓ 是这样。",
    claim_fails="✗ 这里不是。",
    claim_open="– 这次扫描没有可用来说明的两个温度。",
    claim_confident="温度更低：更自信，也更保守",
    claim_confident_found=(
        "从 T = {hot:g} 到 {cold:g}，最可能字符的概率变化 {confidence} 个百分点，所写文字的意外变化 {surprise} 比特。"
    ),
    claim_confident_but=(
        "但最不令人意外的文字写于 T = {least:g}，而不是 {coldest:g}：每次都取最可能的字符，写出的并不是最可能的文字。"
    ),
    claim_diverse="温度更高：更多样",
    claim_diverse_found=(
        "从 T = {cold:g} 到 {hot:g}，互不相同的三词组的比例变化 {distinct} 个百分点，压缩后大小变化 {size} 个百分点。"
    ),
    claim_diverse_but="但从 T = {full:g} 起，99 % 的三词组已经互不相同，再难增加。",
    claim_mistakes="……代价是更多错误，拼写错误就在其中",
    claim_mistakes_found="从 T = {cold:g} 到 {hot:g}，真实词的比例变化 {words} 个百分点。",
    claim_mistakes_but="但错误最少的是 T = {best:g}，而不是 {coldest:g}。",
    claim_loops="接近零：反复说最可能的话",
    claim_loops_found=(
        "T = {cold:g} 时，{share} 的文字以循环结尾，循环平均长 {period:.0f} 个字符，从第 {start:.0f} 个字符开始。"
    ),
    claim_loops_zero=(
        "T = 0 时运气不算数，只有一段文字；它以循环结尾，循环长 {period:.0f} 个字符，从第 {start:.0f} 个字符开始。"
    ),
    claim_loops_none="T = {cold:g} 时没有文字以循环结尾。",
    claim_loops_but="但到 T = {free:g} 就已经没有了：一点点运气就足以跳出来。",
    sweep_run="在这里运行",
    sweep_run_lead=(
        "上面的网络一段一段地写、一段一段地量，你可以看着。一次只运行一个扫描，其他的排队等候。不同温度的文字运气相同。"
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
