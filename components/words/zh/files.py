"""Simplified Chinese: a model's files."""

from components.words.files import FileWords

FILES = FileWords(
    missing="网络“{model}”缺少文件 {file}。",
    damaged="网络“{model}”的文件 {file} 已损坏。",
    unfit="网络“{model}”的文件 {file} 不适合它的用途。",
    other_weights="文件 {file} 不是用网络“{model}”现在的权重做的。",
    because="{wrong}原因：{why}",
    checksum="它不是当初写下的那个文件（校验和不同）。",
    no_list="读不出其中的校验和。",
    no_file="无法当作文件读取：它不是普通文件、太大，或者没有读取权限。",
    no_json="其中的内容不能按这种文件来读。",
    place="“{place}”处的值不是应有的类型。",
    unfit_parts="其中的值彼此不相符。",
    of_others="做它时用的权重与现在旁边的不同。",
    no_character="其中的 {entry} 不是单个字符。",
    twice="字符 {entry} 在其中出现了两次。",
    no_characters="其中一个字符也没有。",
    sizes="网络预测 {outputs} 个字符，而它的词表有 {characters} 个。",
    not_finite="网络给出的分数不是有限的数：它的权重太大了。",
    otherwise="逐个字符地写时，它的预测会与 Keras 相差 {difference} 纳特；本页不展示这样的网络。",
    refused="读取时被拒绝，原话是：“{said}”。",
    without_scene="没有存好的开场，页面从单个字符开始；图和文字要等网络加载后才出现。",
    without_words="没有训练文字的单子，就无从知道{known}的比例，所以略去了。",
    mend_shipped="它是随本页一起发布的，用这条命令恢复：",
    mend_trained="这个网络是在这里训练的。用这条命令可从训练留下的进度重新生成；如果没有留下进度，请先删除它的文件夹：",
    mend_brought="这个网络是从 {source} 导入的；先删除它的文件夹，再用这条命令重新导入：",
    mend_unknown="文件夹里没有说明它是怎样做成的：请放回这个文件的副本，或者删除这个文件夹。",
    mend_made="用这条命令生成：",
)
