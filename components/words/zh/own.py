"""Simplified Chinese: the page for a network of one's own."""

from components.words.own import OwnWords

OWN = OwnWords(
    own_title="用你的文字",
    own_lead="贴上一段文字，看网络怎样学写这样的文字，并比较四个温度下的结果。",
    wanted="这台服务器上你自己的网络（文字和网络在最后一次有人看过之后保留 {hours} 小时；也可能在另一台服务器上）",
    text="你的文字",
    text_help="{least} 到 {most} 个字符，任何语言都行。空格和换行也算字符，网络同样要学。",
    text_placeholder="诗、聊天记录、源代码、一串名字……至少 {least} 个字符",
    text_file="或上传文本文件（UTF-8）",
    page_text="用本站的文字作例子",
    page_text_help="手边没有文字？这里有一份：本站各页上的句子。",
    found=(
        "**共 {characters} 个字符，{kinds} 种**。网络学前面的十分之九；最后的十分之一它从不读，这样才能看出它对没见过"
        "的文字预测得怎样。"
    ),
    found_kinds="最常见的：{kinds}",
    no_text_yet=(
        "1. 给出一段文字。\n2. 选择让网络学多久。\n3. 看它在 T = 0.2、0.5、1 和 1.2 时写出什么，再到其他页面上研究这个"
        "网络。"
    ),
    size="网络的大小",
    small="小",
    medium="中",
    size_help="同样的时间里，小网络读的文字约是三倍；文字很长时，中等网络学到的更多。",
    minutes="学习时间（分钟）",
    passes="这段时间里，它大约把你的文字读 {passes} 遍，每秒 {speed} 个字符。",
    speed_unknown="开始学习后，这里会显示读取速度。",
    start="开始学",
    whose=(
        "你的文字和网络留在运行本页的计算机上，直到你删除；连续 {hours} 小时没有人看，就自动删除。只有知道链接的人能看"
        "到；投影时，所有人都能读到链接。"
    ),
    waiting="正在排队；前面还有 {before} 个，大约要 {minutes} 分钟。",
    waiting_elsewhere="正在等待：这台计算机上还有另一个网络在学。",
    withdraw="不等了，删除文字",
    beginning="网络正在准备……",
    resuming="学习在 {done} 分钟处中断过；这里显示的都还在，正从那里接着学……",
    running="已学 {done}，共 {of} 分钟 · 读了 {passes} 遍",
    speed="{running} · 每秒 {speed} 个字符",
    finishing="学完了；正在为所有页面做准备……",
    stop="停止，并保留网络",
    stopping="正在停止，并把网络准备好……",
    watch="它现在写的文字（粗体是已有文字），运气（随机数）始终相同",
    no_text_written="几秒钟后就有最初的文字。",
    learned="它学的文字",
    held_out="它从不读的文字",
    minutes_axis="已学的时间（分钟）",
    loss_axis="损失（纳特/字符）",
    curve_alt="随学习时间变化的两条曲线：在所学文字上的损失，和在保留文字上的损失。",
    losses=(
        "它把下一个字符预测得有多差（即损失，越低越好）：在所学的文字上是 {learned}（学习时总有一部分网络关闭），在从不"
        "读的文字上是 {held_out}。"
    ),
    kept=(
        "圆圈：学到 {time} 分钟时，它对从不读的文字预测得最好（损失 {loss}）。此后多学的只是死记硬背，"
        "所以留下的是那一刻的网络。"
    ),
    best=(
        "T* = {temperature} ± {error}：在这个温度下，它对从不读的文字预测得最好。± 是标准误：换一段同类的文字，T* 大约"
        "会相差这么多。"
    ),
    best_short=(
        "T*（预测得最好的温度）不显示：用来测的、网络从不读的字符不到 {least} 个（文字太短，或字符种类太多），测出来的"
        "只是偶然。"
    ),
    best_to_come="T*（预测得最好的温度）会和下一批文字一起测出。",
    done="**你的网络准备好了**，去看看它：",
    keep="链接是打开它的唯一钥匙：离开之前请保存。",
    keep_link="复制它的链接",
    link_copied="已复制",
    download="下载（zip）",
    download_about=(
        "温度探索器的一个网络。在项目的文件夹里，用这条命令把它带进来：\n\n    python -m "
        "components.language_model.adopt {file} --name mine\n"
    ),
    at_length="在自己的电脑上训练更久",
    at_length_lead="在本项目的文件夹里，把你的文字存为 my.txt，然后运行：",
    another="换一段文字",
    delete="立即删除",
    delete_help="从运行本页的计算机上立即彻底删除文字和网络。",
    deleted="文字和网络已经不在了。",
    go_on="从中断的地方接着学",
    bring="导入已有的网络",
    bring_lead="本页给你的 zip，或 Keras 保存的网络加上它的字符。只当作数据来读，不运行其中的任何代码。",
    bring_file="本页的 zip，或 .keras 文件；最大 {most}",
    bring_characters=".keras 文件还需要它的字符，按输出的次序",
    bring_characters_help='全部写成一行，或用 JSON 列表，例如 `["\\n", " ", "a"]`，其中也可以有换行。',
    bring_start="导入",
    bringing="正在读取，并与 Keras 自己的调用比较……",
    bring_stop="停止",
    empty="文字是空的：请粘贴或上传一段。",
    short="文字只有 {characters} 个字符，不够学：请至少给 {least} 个。",
    long="文字有 {characters} 个字符：最多 {most} 个，请只取一部分。",
    utf_16="文件像是 UTF-16 编码：请另存为 UTF-8 再上传。",
    cp1252="文件不是 UTF-8（字节 {byte}），像是 Windows 的西文编码：请另存为 UTF-8 再上传。",
    gb18030="文件不是 UTF-8（字节 {byte}），像是中文编码 GB18030（GBK）：请另存为 UTF-8 再上传。",
    not_text="这个文件不是文本：请上传 UTF-8 文本。",
    nul="文字的第 {place} 个字符是 NUL，文本里不该有：请去掉这样的字符。",
    one_kind="文字只是“{character}”的重复，没有可学的：请换一段文字。",
    many_kinds="文字有 {kinds} 种不同的字符，而这里的网络最多有 {most} 种：请换一段种类较少的文字。",
    memory="学习约需 {needed} 内存，而运行本页的计算机只剩 {free}：请稍后再试，或选小网络。",
    room="运行本页的计算机磁盘已满：请稍后再试。",
    diverged="网络把学到的都丢了（损失已不是数）：请再试一次，或选小网络。",
    stopped="网络还没来得及学就停了；你的文字还在。",
    killed="学习提前中断，因为它的进程被结束了。最多损失半分钟：可以从那里接着学。",
    two_at_once="你的另一段文字正在学：请先停止它，或等它学完。",
    full="放不下新的网络了：所有访问者的网络已超过 {most}。请稍后再试。",
    large_file="文件有 {size}；最大 {most}。",
    no_zip="这个文件既不是 zip 压缩包，也不是 Keras 保存的网络：请上传本页给你的 zip，或 .keras 文件。",
    zip_members="压缩包里的内容与本页给出的不同：请原样上传下载的 zip。",
    no_file="还没有文件：请先选择 zip 或 .keras 文件。",
    no_characters=".keras 文件没有说明它的输出代表哪些字符：请填在“.keras 文件还需要它的字符”一栏里。",
    network="这个网络不能在这里使用。",
    network_otherwise="这个网络在这里的预测与 Keras 自己的调用不同，所以不接受。",
)
