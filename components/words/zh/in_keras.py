"""Simplified Chinese: the page "In Keras"."""

from components.words.in_keras import InKerasWords

IN_KERAS = InKerasWords(
    in_keras="在 Keras 中",
    in_keras_lead=(
        "怎样改变 Keras softmax 的温度？Stack Overflow 的一个提问引出了下面这些方法，每一种都在这个网络上运行。选一种："
        "条形与菱形（正确答案）一样高，方法就是对的。"
    ),
    method="方法",
    wanted_method="{methods} 之一",
    method_lead=(
        "条形：该方法在 T = {temperature:g} 时给出的概率。菱形：正确答案，即双精度的 softmax(z / T)。只画最可能的 "
        "{most} 个字符。"
    ),
    titled="**{title}**。{said}",
    method_of="[出自 Stack Overflow 上的讨论]({address})：{answer}",
    scaled_answer="提问里自己的想法，只是应当乘 1/T，而不是 T。",
    log_answer="第 1 个回答。",
    power_answer="第 2 个回答。",
    layer_answer="第 3 个回答。",
    code="完整程序，可复制",
    method_gives="该方法",
    reference="正确答案",
    method_description="条形图：方法“{method}”给最可能的各个字符的概率，与正确答案对比。",
    difference="与正确答案的最大差别：{error}。",
    scaled="缩放最后的 Dense 层",
    scaled_idea=(
        "logit 是 W h + b，所以除以 T 就是 W **和** b 都除以 T。两个陷阱：因子是 1/T 而不是 T；偏置也要缩放。无论 "
        "softmax 在这一层里、在它后面，还是根本没有，都适用。缩放后网络本身就按那个温度预测，所以请缩放一份副本。"
    ),
    log="取对数、除以 T、取指数、归一化",
    log_idea=(
        "适用于手头只有 softmax 输出的情况。log p 与 z 只差一个常数，而常数不改变任何东西，所以这还是 softmax(z / T)。"
        "用 float64 计算，并在取指数前减去最大的对数，这样至少有一个值大于零。"
    ),
    power="取 1/T 次幂、归一化",
    power_idea=(
        "exp(log p / T) 就是 p 的 1/T 次幂：同一件事，只是不必对零取对数。先除以最大的概率，这样至少有一个值大于零。"
    ),
    layer="Temperature 层",
    layer_idea=(
        "一个把 logit 除以 T 的层，放在最后的 Dense 层和单独的 softmax 之间。T 是一个权重：程序运行中可以改变，无需重"
        "新编译；随网络一起保存；也可以训练。"
    ),
    cuts="“我改了温度，却什么也没变”",
    cuts_lead=(
        "多半是在用 T 之前，不太可能的词元（token：大模型一个一个写的单位，相当于这里的字符）就已经被截去了。llama.cpp "
        "默认截断三次（[llama.cpp 的 6676 号问题]({address})）：先只留 40 个最可能的词元（top-k 40）；再从最可能的开始"
        "留，留到概率之和达到 95 %（top-p 0.95）；再去掉概率不到最大概率 5 % 的（min-p 0.05）。**最后**才用 T：网络很有"
        "把握时，到那时只剩一两个词元，T 再高也找不回别的。Hugging Face transformers 和 vLLM **先**用 T：T 越高，留下的"
        "越多。\n\n办法：取消截断（top-k 0、top-p 1、min-p 0），或把 T 放到截断之前。（用 `do_sample=False` 时总是取最"
        "可能的词元，T 是多少都一样。）"
    ),
    order_chance="T = {temperature:g} 时的 p",
    order_last="后 T：按 T = 1 截断，再用 T",
    order_first="先 T：用 T 之后再截断",
    order_cut="× 截去",
    order_why=(
        "同样的 logit，同样的 top-p {share:g} 和 T = {temperature:g}，两种顺序。后 T：截断看到的是 T = 1 时的概率 "
        "{first} 和 {second}，两者之和 {both} 达到了 {share:g}，留下两个。先 T：截断看到 {alone}，一个就够了。"
        "无论哪种顺序，留下的都除以它们在 T = {temperature:g} 时的和。"
    ),
    top_k_idea="留下最可能的 k 个。T 不改变谁在前 k 个，所以两种顺序结果相同。",
    top_p_idea="从最可能的开始留，留到概率之和达到 P 为止。先用 T 时，T 越高，留下的越多。",
    min_p_idea="概率不低于最大概率的 m 倍就留下。先用 T 时，T 越高，留下的越多。",
    trained="训练出来的温度",
    trained_idea=(
        "除 T 以外全部冻结，在网络没读过的文字上拟合：这样找到预测最准的温度（Guo 等，2017；见“校准”页）。它只是一个数"
        "，所以很难过拟合，字符的次序也不变。"
    ),
    fails="在哪里失效",
    fails_lead=(
        "刚刚为上面的文字算出：每种方法、每个温度下任一概率的最大误差。**NaN**：没有可用的结果。**⚠**：NumPy 发"
        "出警告。**†**：`np.random.multinomial` 拒绝直接接受这个结果。"
    ),
    fails_method="方法",
    fails_thresholds=(
        "为什么会失效：这里最大的概率是 {most_likely}，最大的 logit 是 {logit}。照原文的“对数-除-指数”和幂没有减去最大"
        "值。float32 中小于 exp(−103.97) 的数都变成 0；T < −ln(p_max) / 103.97 = {underflow} 时，所有的值都是这样（"
        "float64 中是 T < {underflow_64}）。float32 中没有大于 exp(88.7) 的数，所以 T < z_max / 88.7 = {overflow} 时，"
        "不减最大值的 exp(z / T) 会变成无穷大（float64 中是 T < {overflow_64}）。"
    ),
    log_published="对数-除-指数，原样，float32",
    power_published="幂，原样，float32",
    unshifted="不减最大值的 exp(z / T)，float32",
    mistake="exp(p / T)：忘了取对数",
    mistake_idea=(
        "它不出自那个讨论，却是许多程序的写法：把概率当成 logit 直接除以 T。概率都在 0 和 1 之间，所以结果几乎是平的；"
        "即使 T = 1，也得不到 p。"
    ),
    which="什么时候用哪个",
    which_lead=(
        "- **有 logit**：在 softmax 之前除以 T，即 `softmax(z / T)`。\n- **只有概率**：用 float64 取对数、除以 T、取指"
        "数、归一化。取 1/T 次幂同样好。\n- **网络要带着自己的 T**（保存、部署或训练）：用 Temperature 层。\n- **要把网"
        "络文件交给不懂温度的程序**：缩放最后的 Dense 层。"
    ),
    logits_or_chances="T 作用在概率上还是 logit 上？",
    logits_or_chances_lead=(
        "作用在 logit 上；或者作用在概率的**对数**上，那是一回事（末位的差别是舍入），正如下面 T = {temperature:g} 的两"
        "列所示。常见的错误是直接除 p：**exp(p / T) 是错的**，因为 p 在 0 和 1 之间，各个指数就几乎相等。在上面选这种方"
        "法，就能看到后果。"
    ),
    from_chances="错误：exp(p / T) / Σ",
    one_token=(
        "**API 只给了一个词元的对数概率**？只把这一个数除以 T 是不够的。设 logit 为 {logits}，T = {temperature:g}：第一"
        "个在 T = 1 时 p₁ = {base}；exp(ln p₁ / T) 得 {divided}，而正确的概率是 {right}。T 改变的是**每一个**词元的份额"
        "，所以必须对全部词元重新求和；只有前几名的列表，只能给出最低值和最高值。"
    ),
    own_numbers="用你自己的数来看",
    drawing="抽取一个字符",
    drawing_lead=(
        "`np.random.multinomial` 加 argmax 与 `np.random.choice(n, p=p)` 一样吗？**分布**一样：各抽 {count:,} 次，每种"
        "方式都在偶然性允许的范围内接近 p。**抽到的**不一样：同一个种子，每种方式抽到不同的字符。**报错**也不一样：在 "
        "float32 中，multinomial 会拒绝许多预测（概率越集中越常见），因为前面各项之和会因舍入略大于 1；choice 容许这一"
        "点。给这两个函数的概率，都请用 float64。Gumbel-max 直接从 logit 抽取，不做除法，所以 T = 0 也可以。"
    ),
    drawing_way="方式",
    drawing_first="最先抽到的，种子 {seed}",
    drawing_off="与 p 的最大差别",
    multinomial="np.random.multinomial，argmax",
    gumbel="Gumbel-max：argmax(z + T·g)",
    setup="提问里的网络有什么问题吗？",
    setup_lead=(
        "有一个，而且不在 softmax。网络是一次一个字符训练的。读到的内容记在它的“状态”里，但这样训练时，误差只能用来改"
        "进眼前这一步（梯度不沿时间往回传）：它学会使用状态里已有的内容，却学不会该把什么记下来。改在 {steps} 个字符的"
        "序列上训练，再把权重复制到批大小为 1 的网络里来写，同样的网络就预测得更好："
    ),
    setup_network="同一个网络，训练方式……",
    setup_steps="梯度往回传过的字符数",
    setup_streamed="留出文字上的损失（奈特每字符）",
    as_asked="原帖",
    mended="修正后",
    setup_more=(
        "公平起见：两次训练的学习率和读过文字的遍数也不同，各取所宜，见模型卡。可在上面的菜单里选任一个，到第一页读它"
        "写的东西。（奈特是损失的单位：1 奈特 = 1.44 比特。）"
    ),
    methods_coming="网络正在加载。加载好以后，这里会显示各方法的结果。",
)
