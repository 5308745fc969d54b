"""Simplified Chinese."""

from components.words.en import Words

CHINESE = Words(
    title="温度探索器",
    explore="探索",
    lead=(
        "一个小网络逐字母读过莎士比亚。拖动温度，看它对下一个字符的猜测如何变形；下面，同一个网络在几个温度下继续写。"
    ),
    what_is_it="什么是温度？",
    explanation=(
        "每读一个字符，网络就给它的 {characters} 个字符各打一个分数 $z_i$，叫做 **logit**。**温度** $T$ 把分数变"
        "成概率："
    ),
    consequences=(
        "- **T = 1** 时，概率就是网络训练出来的样子。\n"
        "- **低于 1** 时，分数之间的差距拉大：可能的更可能，文字更稳妥，也更早开始重复自己。**T = 0** 时总是取最"
        "可能的字符。\n"
        "- **高于 1** 时，差距缩小：概率趋于平均，文字更多样，也更常出错。\n"
        "\n"
        "字符的先后次序从不改变，改变的只是它们相距多远。**熵**以比特衡量选择有多开放；熵为 $H$ 比特，就像在 $2"
        "^H$ 个同样可能的字符中选择。"
    ),
    model="网络",
    model_help="所有温度都来自这一个网络。它是什么、怎样训练的，写在模型卡里。",
    model_labels=(
        ("shakespeare", "莎士比亚：嵌入层，2 × LSTM 272"),
        ("asker_bytes/as_asked", "提问者的网络，照原样训练：一次一个字符"),
        ("asker_bytes/mended", "提问者的网络，修正后：在序列上训练"),
    ),
    in_keras="在 Keras 中",
    in_keras_lead=(
        "“怎样改变 Keras softmax 的温度？”这里是 Stack Overflow 上那个问题得到的每一个回答，都在本页的网络上运"
        "行，并附可复制的代码。它们是同一个公式；不同的是从哪里下手，以及什么会让它们失效。"
    ),
    methods="各种方法",
    methods_lead=(
        "每张图显示该方法在滑块温度 T = {temperature:g} 下对上面的文字给出什么；横线是参照，即双精度的 softmax("
        "z / T)。只画最可能的 {most} 个字符。"
    ),
    code="完整程序，可复制",
    method_gives="该方法",
    reference="参照",
    method_description="条形图：方法“{method}”给最可能的各个字符的概率，与参照对比。",
    difference="与参照的最大差别：{error:.1e}。",
    scaled="缩放最后的 Dense 层",
    scaled_idea=(
        "logit 是 W h + b，所以除以 T 就是 W **和** b 都除以 T。两个陷阱：因子是 1/T 而不是 T；偏置也要缩放。so"
        "ftmax 在层内、在层后或没有，都适用。此后网络自己的预测就带着那个温度，所以请保留原件，缩放副本。"
    ),
    log="取对数、除以 T、取指数、归一化",
    log_idea=(
        "适用于手头只有 softmax 输出的情况。log p 与 z 只差一个常数，而常数不改变任何东西：所以这又是 softmax(z"
        " / T)。用 float64，并在取指数前减去最大的对数。"
    ),
    power="取 1/T 次幂、归一化",
    power_idea="exp(log p / T) 就是 p 的 1/T 次幂：同一件事，只是不必对零取对数。先除以最大的概率，就总会剩下一个。",
    layer="Temperature 层",
    layer_idea=(
        "一个把 logit 除以 T 的层，放在最后的 Dense 层和单独的 softmax 之间。T 是一个权重：程序运行中可以改变，"
        "无需重新编译；随模型一起保存；也可以训练。"
    ),
    trained="训练出来的温度",
    trained_idea=(
        "除 T 以外全部冻结，在网络没见过的文字上拟合：这样找到预测最准的温度（Guo 等，2017）。它只是一个数，所以"
        "不会过拟合，字符的次序也不变。"
    ),
    fails="在哪里失效",
    fails_lead=(
        "刚刚为上面的文字算出：每种方法、每个温度下任一概率的最大误差。**NaN**：没有可用的结果。**⚠**：NumPy 发"
        "出警告。**✗**：`np.random.multinomial` 拒绝直接接受这个结果。"
    ),
    fails_method="方法",
    fails_thresholds=(
        "为什么是那里：这里最大的概率是 {most_likely:.1%}，最大的 logit 是 {logit:.1f}。在 float32 中，原样的“"
        "对数-除-指数”和幂在 T = −ln(p max) / 103.97 = {underflow:.2g} 以下什么也不剩（float64 中是 {underflow_64:.2g}"
        "）；不减最大值的 exp(z / T) 在 T = z max / 88.7 = {overflow:.2g} 以下溢出（float64 中是 {overflow_64:.2g}"
        "）。"
    ),
    log_published="对数-除-指数，原样，float32",
    power_published="幂，原样，float32",
    unshifted="不减最大值的 exp(z / T)，float32",
    mistake="exp(p / T)：忘了取对数",
    which="什么时候用哪个",
    which_lead=(
        "**有 logit？就用它**：`softmax(z / T)`，或者更好：用 Gumbel 噪声抽取，不必做除法，T = 0 也照样可以。**"
        "只有概率？**用 float64 并减去最大值的“对数-除-指数”；幂同样好。**想要带着温度的模型**（保存、部署、训"
        "练）？用 Temperature 层。只有当别的程序必须加载这个文件而又不懂温度时，才缩放最后一层。"
    ),
    logits_or_chances="T 作用在概率上还是 logit 上？",
    logits_or_chances_lead=(
        "作用在 logit 上；或者作用在概率的*对数*上，那是一回事，正如下面 T = {temperature:g} 的两列所示。常见的"
        "错误是直接除 p：**exp(p / T) 是错的**，因为 p 在 0 和 1 之间，各个指数就几乎相等。条形图显示了后果。"
    ),
    drawing="抽取一个字符",
    drawing_lead=(
        "`np.random.multinomial` 加 argmax 与 `np.random.choice(n, p=p)` 一样吗？*分布*一样：各抽 {count:,} 次，"
        "每种方式都在偶然性允许的范围内接近 p。*抽到的*不一样：同一个种子，每种方式给出不同的文字。*失败*也不一"
        "样：在 float32 中，multinomial 会拒绝许多预测，越尖锐越常见，因为除最后一个外的总和因舍入而超过 1；cho"
        "ice 容许这一点。两者都请给 float64。"
    ),
    drawing_way="方式",
    drawing_first="最先抽到的，种子 {seed}",
    drawing_off="离 p 最远",
    multinomial="np.random.multinomial，argmax",
    gumbel="Gumbel-max：argmax(z + T·g)",
    setup="提问者的设置有问题吗？",
    setup_lead=(
        "有一个，而且不在 softmax。网络是一次一个字符训练的。状态虽然一路带着，但这样梯度不会穿过时间：它学会利"
        "用状态里碰巧有的东西，却学不会本该记住什么。改在 {steps} 个字符的序列上训练，再把权重复制到批大小为 1 "
        "的副本里来写，同样的网络就预测得更好："
    ),
    setup_network="同一个网络，训练方式……",
    setup_steps="梯度穿过的字符数",
    setup_streamed="留出文本上的损失，奈特每字符",
    as_asked="照原样",
    mended="修正后",
    setup_more=(
        "公平起见：两次训练的学习率和读过文本的遍数也不同，各取所宜，见模型卡。可在上面的菜单里选任一个，到第一"
        "页读它写的东西。"
    ),
    methods_coming="网络正在加载。几秒钟后这里会显示各方法的结果。",
    parting_title="为何分道",
    parting_lead=(
        "各个温度的运气相同，文字先一路同行，然后在某个字符处分开。选任意一个字符，看看谁被选中，又是为什么。"
    ),
    compared="要比较的温度",
    compared_help="两到四个，从 0 到 3。",
    parting_two="请至少选择两个温度来比较。",
    ledger="对照",
    ledger_lead=(
        "各文字共有的部分颜色淡；最先分开的字符加框；之后又相遇的加下划线。点击一个字符，或在一行之内用方向键。"
    ),
    position="位置",
    position_before="后退一个字符",
    position_after="前进一个字符",
    row="从哪个文字来看",
    pick="T = {temperature:g} 时模型选了“{character}”（基础概率 {chance:.2g} %，第 {rank} 位）。",
    pick_overtook=(
        "它比“{rival}”落后 {gap:.2f} 奈特，但运气是 {luck:+.2f} 对 {rivals_luck:+.2f}，值 {temperature:g} × "
        "{difference:.2f} = {worth:.2f}：够了。"
    ),
    pick_held=(
        "它领先“{rival}” {gap:.2f} 奈特；对手的运气更好，{rivals_luck:+.2f} 对 {luck:+.2f}，但只值 {temperature:g}"
        " × {difference:.2f} = {worth:.2f}：不够超过它。"
    ),
    pick_led_and_lucky="它领先“{rival}” {gap:.2f} 奈特，运气也更好，{luck:+.2f} 对 {rivals_luck:+.2f}。",
    pick_tie="它与“{rival}”同样可能；由运气决定，{luck:+.2f} 对 {rivals_luck:+.2f}。",
    pick_at_zero="温度为 0 时运气不算数，它领先“{rival}” {gap:.2f} 奈特。",
    pick_tie_at_zero="温度为 0 时运气不算数；“{rival}”恰好同样可能，取两者中的第一个。",
    parted_before=(
        "这些文字在此之前已经分开，所以各自读到的上文不同。这里显示的是 T = {temperature:g} 的文字的上文之后的情况。"
    ),
    noise_lines="运气与可能性",
    noise_lines_lead="每个字符是一条直线：从它的 logit 出发，按它的运气上升。在每个 T，最高的那条被选中。",
    noise_lines_alt="以温度为横轴的直线，每个字符一条；每个温度下最高的画得最粗。{said}。",
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
    branch_button="放进到目前为止的文字",
    branch_link="到第一页继续读",
    prompt="到目前为止的文字",
    prompt_help="输入时，每个字符都会重画条形。⏎ 是换行；\\n 也读作换行。",
    add_line_break="添加一个换行",
    line_break_button="添加 ⏎",
    examples="试试这些",
    example_names=("q 之后", "词的中间", "句号之后", "一段台词开始"),
    unknown_characters="这个模型不认识 {characters}，所以略去了。",
    empty_prompt="目前没有文字，所以模型从“{character}”开始。",
    long_prompt="目前的文字有 {length:,} 个字符；只读最后 {limit:,} 个。",
    temperature="温度 T",
    as_trained="1 = 训练时的样子",
    chance="接下来出现的概率",
    tempered="在温度 T",
    base="在 T = 1",
    character="字符",
    logit="logit z（奈特）",
    rank="位次",
    entropy="熵",
    bits="比特",
    as_many_as="相当于",
    choices="个均等的选择",
    most_likely="最可能：",
    live_description=(
        "条形图：{characters} 个字符各自接下来出现的概率，最可能的在前，带温度滑块。条形跟随滑块；横线停在 T = "
        "1。下面的表格有全部数字。"
    ),
    logarithmic="对数坐标",
    logarithmic_help="显示小到百万分之一的概率，使小的也能读出。",
    as_table="所有字符的表格",
    space="空格",
    line_break="换行",
    probability_column="T = {temperature:g} 时的概率",
    base_column="T = 1 时的概率",
    side_by_side="并排比较",
    side_by_side_lead=(
        "一个网络，一个种子：在每个温度下骰子都掷得一样，所以这些文字只因温度而不同。它们一路同行，直到某个字符"
        "选得不同。"
    ),
    temperatures="温度",
    temperatures_help="1 到 {most} 个，从 0 到 {highest:g}。选择，或输入你自己的数。",
    length="要写的字符数",
    seed="种子",
    seed_help="同一个种子再次给出同样的文字。",
    another_seed="换一个种子",
    slider_numbers="在此 T 写成：平均惊讶度 {bits:.2f} 比特/字符 · 真实单词 {words} · 不重复的三词组 {distinct}",
    differs_from="从第 {position:,} 个字符起与 T = {temperature:g} 不同",
    same_as="与 T = {temperature:g} 的文字相同",
    parting="这段文字在这里与左边一列分开",
    character_hint="{character} · 在 T = 1 时惊讶度 {bits:.1f} 比特",
    legend="底色：在 T = 1 时这个字符令网络惊讶的程度，以比特计",
    legend_last="{level} 或更多",
    mean_surprisal="平均惊讶度",
    bits_per_character="{value:.2f} 比特/字符",
    word_share="真实单词",
    distinct_trigrams="不重复的三词组",
    measures_help=(
        "**平均惊讶度**：在 T = 1 时网络自己觉得所写的有多不可能。**真实单词**：在训练文本中出现过的完整单词。*"
        "*不重复的三词组**：三个词的序列有多少不重复。"
    ),
    measures_title="文字下面的数字说明什么？",
    download_csv="样本（CSV）",
    download_json="样本（JSON）",
    bad_temperature="“{value}”不是 0 到 {highest:g} 的温度，所以略去了。",
    no_temperatures="请至少选择一个温度，看模型在那里写什么。",
    link_clamped="链接要求 {name} = {value}；这里最接近的是 {used}。",
    link_dropped="链接要求 {name} =“{value}”，那不是{wanted}；已略去。",
    link_several="链接多次给出 {name}；使用最后一个，“{used}”。",
    wanted_number="一个数",
    wanted_whole_number="一个整数",
    wanted_model="这里的网络之一：{models}",
    wanted_language="这里的语言之一：{languages}",
    link_too_many="链接给出 {count} 个温度；显示前 {most} 个。",
    model_missing="模型“{model}”的文件 {file} 不见了。",
    model_damaged="模型“{model}”的文件 {file} 已损坏。",
    model_unfit="模型“{model}”的文件 {file} 不适合它的用途。",
    model_mend="用下面的命令之一取回，第二条要写进一个空文件夹：",
    model_coming="网络正在加载。几秒钟后图和文字会出现在这里。",
    model_coming_behind="网络还在加载；现在看到的是事先做好的。",
)
