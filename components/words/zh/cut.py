"""Simplified Chinese: what is cut beside the temperature."""

from components.words.cut import CutWords

CUT = CutWords(
    cut="截断：top-k、top-p",
    cut_lead=("截断是在抽取之前先去掉不太可能的字符，留下的字符按比例分享全部概率。空着就不截断。"),
    clear="清除",
    clear_help="取消截断",
    top_k_help="只留概率最大的 k 个字符（Fan 等，2018，arXiv 1805.04833）。",
    top_p_help="从概率最大的字符开始留，留到概率之和达到 P 为止；P = 1 不截断（Holtzman 等，2019，arXiv 1904.09751）。",
    min_p_help="概率不低于最大概率的 m 倍才留；m = 0 不截断（Nguyen 等，2024，arXiv 2407.01082）。",
    top_nsigma_help="分数比最高的低不超过 n 个标准差（按全部分数计算）才留（Tang 等，2024，arXiv 2411.07641）。",
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
    as_llama_cpp="照 llama.cpp",
    as_llama_cpp_help=(
        "它的默认值：top-k 40、top-p 0.95、min-p 0.05，都在 T 之前。T 再高，也只能从它们留下的字符里选："
        "有人觉得温度“不起作用”，多半就是这个缘故。"
    ),
    as_hugging_face="照 Hugging Face",
    as_hugging_face_help="generate(do_sample=True) 的默认值：先 T，再 top-k 50。",
    as_api="照一般 API",
    as_api_help=(
        "先 T，再按请求里的 top-p（这里取 0.9），提供 OpenAI 接口的服务（如 vLLM）就是这样做的。请求里不写，就不截断。"
    ),
    presets_sources=(
        "默认值和先后次序见 [llama.cpp]({llama_cpp})、[Hugging Face transformers]({hugging_face}) 和 [vLLM]({vllm})。"
    ),
    no_penalty="这里没有重复惩罚：它按已写出的文字改动分数，各段文字之间不同的就不再只是 T 了。",
    base="横线：T = 1 且不截断时的概率（不动）",
    base_short="横线：T = 1，不截断",
    base_column="T = 1 且不截断时的概率",
    kept="留下 {count} 个中的 {kept} 个，不截断时它们共占 {share} · 空心、带 ×：已截去，高度是不截断时的概率",
    kept_short="留下 {kept}/{count} 个（原占 {share}）· 空心 ×：已截去",
    kept_spoken="留下，不截断时为 {chance}",
    cut_spoken="已截去，不截断时为 {chance}",
    uncut_chance="不截断时",
    kept_title="是否留下",
    kept_always="在任何 T 都留下",
    kept_from="从 T = {temperature} 起留下",
    kept_never="在任何 T 都不留",
    uniform_kept="若留下的 {kept} 个全都同样可能，则各为 {kept} 分之一（{chance}）",
    uniform_kept_short="均等：{kept} 分之一",
    others_kept="其余 {count} 个合计，其中留下 {kept} 个：{chance}",
    others_cut="× 已截去",
    others_cut_spoken="其余 {count} 个合计：全部截去，不截断时为 {chance}",
    live_description_cut=(
        "条形图：{characters} 个字符各自接下来出现的概率，最可能的在前，带温度滑块和截断。截去的字符是空心条，"
        "上有叉号，高度是不截断时的概率；留下的分享全部概率。横线停在 T = 1、不截断时。下面的表格有全部数字。"
        "选一条，就把它的字符接在文字后面。"
    ),
    saying_below_moves="低于 1 时，最可能的概率变大；截断在 T 之后进行，看到的正是这样的概率：T 越低，留下的越少。",
    saying_below_stays="低于 1 时，留下的字符中最可能的概率变大。截断不随 T 变：无论 T 是多少，留下的总是同样的字符。",
    saying_one=(
        "T = 1 时，截断在 T 之前还是之后进行，留下的字符都一样；它们分享截去部分的概率。先把 T 往下拖，再往上拖。"
    ),
    saying_above_moves=(
        "高于 1 时，概率趋于平均；截断在 T 之后进行，看到的正是这样的概率：T 越高，回来的不太可能的字符越多。"
    ),
    saying_above_stays="高于 1 时，留下的字符的概率趋于平均。截断不随 T 变：T 再高，截去的也不会回来。",
    probability_uncut="T = {temperature:g}，不截断",
    probability_kept="T = {temperature:g}，截断后",
    arithmetic_kept="留下的：p ÷ {mass}",
)
