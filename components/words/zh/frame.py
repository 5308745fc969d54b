"""Simplified Chinese: what every page has: its name, the menus, the link, the model."""

from components.words.frame import FrameWords

FRAME = FrameWords(
    title="温度探索器",
    explore="探索",
    lead="{network}在猜下一个字符。T 决定它怎样选择。",
    readers=(
        ("shakespeare", "一个逐字母读过莎士比亚的神经网络"),
        ("asker_bytes/as_asked", "一个逐字节读过莎士比亚的神经网络"),
        ("asker_bytes/mended", "一个逐字节读过莎士比亚的神经网络"),
        ("names", "一个逐字母读过英文名字的神经网络"),
        ("tang", "一个逐字读过唐诗的神经网络"),
    ),
    other_reader="网络“{model}”",
    own_reader="你自己的网络",
    menu="菜单",
    what_is_it="什么是温度？",
    close="关闭",
    explanation=(
        "每读一个字符，网络就给它的 {characters} 个字符各打一个分数 $z_i$，叫做 **logit**。**温度** $T$ 把分数变"
        "成概率："
    ),
    consequences=(
        "- **T = 1** 时，就是网络学到的概率。\n"
        "- **低于 1** 时，分数之间的差距更重要：最可能的字符变多，其余变少。文字更稳妥，很快就重复自己。**T = 0** "
        "时总是取最可能的字符（这是极限：公式本身在 0 处不能用）。\n"
        "- **高于 1** 时，差距不那么重要：概率趋于平均，文字更多样，也更常出错。T 很高时，所有字符同样可能。\n\n"
        "字符的次序从不改变，改变的只是概率相差多远。**熵**以比特说明下一个字符有多不确定：$H$ 比特，就像在 $2^H$ "
        "个同样可能的字符中选择。"
    ),
    model="网络",
    model_labels=(
        ("shakespeare", "莎士比亚，2 × LSTM 272"),
        ("asker_bytes/as_asked", "Stack Overflow 提问里的网络，照原帖"),
        ("asker_bytes/mended", "Stack Overflow 提问里的网络，修正后"),
        ("names", "英文名字，2 × LSTM 128"),
        ("tang", "唐诗，2 × LSTM 256"),
    ),
    own_label="你自己的网络（{beginning}）",
    windowed="{model}，窗口 {window}",
    model_gone="网络“{model}”已经不在了；现在显示的是菜单里的第一个。",
    job_queued="正在排队；前面还有 {before} 个。",
    job_preparing="网络正在准备……",
    link_clamped="链接要求 {name} = {value}；这里最接近的是 {used}。",
    link_dropped="链接要求 {name} =“{value}”，那不是{wanted}；已略去。",
    link_several="链接多次给出 {name}；使用最后一个，“{used}”。",
    wanted_number="一个数",
    wanted_whole_number="一个整数",
    wanted_model=(
        "这里的网络之一（{models}），也不是这台服务器上你自己的网络"
        "（最后一次有人看过之后保留 {hours} 小时；也可能在另一台服务器上）"
    ),
    wanted_language="这里的语言之一：{languages}",
    link_too_many="链接给出 {count} 个温度；显示前 {most} 个。",
    coming_back="连接断开了，页面正在自动恢复。",
    connection_over="连接已经终止。请重新加载页面：网址会恢复现在的画面。",
    model_coming="网络正在加载。加载好以后，图和文字会出现在这里。",
    model_coming_behind="网络还在加载；现在看到的是事先做好的。",
    network_slow="网络已经加载了一分多钟，通常只要十秒左右。{why}加载好以后会自动出现。",
    slow_memory=(
        "运行页面的计算机只剩 {free} 内存，而加载约需 {needed}：请在那里关闭其他程序，或在内存更大的计算机上运行页面。"
    ),
    slow_busy="运行页面的计算机很忙，加载只分到一个处理器核心的 {share}：请稍等，或在那里关闭其他程序。",
    slow_working="没有什么妨碍它：处理器较慢，或网络较大。",
    network_needed="这里要用到网络，而网络无法加载。",
    no_network="网络无法加载；事先做好的内容照常显示。详细情况在服务器日志里，编号 {mark}。",
    no_library="运行网络的 TensorFlow 在这台电脑上无法启动（{said}）。{remedy}在此之前，页面显示事先做好的内容。",
    remedy_python="它需要 Python {oldest} 到 {newest}，而这里是 {version}：请用其中一个版本新建环境。",
    remedy_windows="请安装 Microsoft Visual C++ Redistributable（x64），然后重新启动页面。",
    remedy_install="请用 README 里的第一条命令，在新环境里重新安装各个软件包。",
    fault="页面的这一部分出了意料之外的错误。请重新加载页面；如果再次出错，详细情况在服务器日志里，编号 {mark}。",
)
