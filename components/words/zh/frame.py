"""Simplified Chinese: what every page has: its name, the menus, the link, the model."""

from dataclasses import dataclass

from components.words.en import frame as english


@dataclass(frozen=True)
class Frame(english.Frame):
    """What a visitor reads of what every page has."""

    title: str = "温度探索器"
    explore: str = "探索"
    lead: str = "一个逐字母读过莎士比亚的网络在猜下一个字符。T 决定它怎样选择。"
    menu: str = "菜单"
    what_is_it: str = "什么是温度？"
    close: str = "关闭"
    explanation: str = (
        "每读一个字符，网络就给它的 {characters} 个字符各打一个分数 $z_i$，叫做 **logit**。**温度** $T$ 把分数变"
        "成概率："
    )
    consequences: str = (
        "- **T = 1** 时，概率正是网络学到的样子。\n"
        "- **低于 1** 时，分数之间的差距更重要：最可能的字符变多，其余变少。文字更稳妥，很快就重复自己。**T = 0** "
        "时总是取最可能的字符（这是极限：公式本身在 0 处不能用）。\n"
        "- **高于 1** 时，差距不那么重要：概率趋于平均，文字更多样，也更常出错。T 很高时，所有字符同样可能。\n\n"
        "字符的次序从不改变，改变的只是概率相差多远。**熵**以比特说明下一个字符有多不确定：$H$ 比特，就像在 $2^H$ "
        "个同样可能的字符中选择。"
    )
    model: str = "网络"
    model_labels: tuple[tuple[str, str], ...] = (
        ("shakespeare", "莎士比亚，2 × LSTM 272"),
        ("asker_bytes/as_asked", "Stack Overflow 提问者的网络，原样"),
        ("asker_bytes/mended", "Stack Overflow 提问者的网络，修正后"),
    )
    stored_missing: str = "网络“{model}”缺少文件 {file}。用这条命令生成："
    stored_damaged: str = "网络“{model}”的文件 {file} 已损坏。用这条命令重新生成："
    stored_other_weights: str = "文件 {file} 不是用网络“{model}”现在的权重做的。用这条命令重新生成："
    job_queued: str = "正在排队；前面还有 {before} 个。"
    job_preparing: str = "网络正在准备……"
    written_at: str = "T = {temperature:g} 时写的："
    link_clamped: str = "链接要求 {name} = {value}；这里最接近的是 {used}。"
    link_dropped: str = "链接要求 {name} =“{value}”，那不是{wanted}；已略去。"
    link_several: str = "链接多次给出 {name}；使用最后一个，“{used}”。"
    wanted_number: str = "一个数"
    wanted_whole_number: str = "一个整数"
    wanted_model: str = "这里的网络之一：{models}"
    wanted_language: str = "这里的语言之一：{languages}"
    link_too_many: str = "链接给出 {count} 个温度；显示前 {most} 个。"
    model_missing: str = "网络“{model}”的文件 {file} 不见了。"
    model_damaged: str = "网络“{model}”的文件 {file} 已损坏。"
    model_unfit: str = "网络“{model}”的文件 {file} 不适合它的用途。"
    model_mend: str = "用下面的命令之一取回，第二条要写进一个空文件夹："
    model_coming: str = "网络正在加载。几秒钟后图和文字会出现在这里。"
    model_coming_behind: str = "网络还在加载；现在看到的是事先做好的。"
