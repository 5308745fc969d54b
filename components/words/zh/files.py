"""Simplified Chinese: a model's files."""

from components.words.files import FileWords

FILES = FileWords(
    missing="网络“{model}”缺少文件 {file}。",
    damaged="网络“{model}”的文件 {file} 已损坏。",
    unfit="网络“{model}”的文件 {file} 不适合它的用途。",
    other_weights="文件 {file} 不是用网络“{model}”现在的权重做的。",
    not_made="网络“{model}”还没有本页要用的测量文件 {file}。",
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
    damaged_network="它不是 Keras 保存的完整网络。",
    too_much="读取它所需的内存或时间超过了这里的上限。",
    weights_alone="其中只有权重，没有关于各层的说明。",
    never_built="这个网络在构建之前就被保存了：先调用它一次，或者训练它，再重新保存。",
    layer="其中的层“{layer}”（{kind}）不能用来逐个字符地写文字。",
    setting="其中的层“{layer}”设置了 {setting} = {value}，这里不能使用。",
    no_chain="它的各层没有连成一条链：从最后写下的字符，到下一个字符的各个分数。",
    arrays="层“{layer}”的权重与这样的层不符。",
    no_numbers="层“{layer}”的权重中有不是有限数的值。",
    window=(
        "它每写一个字符要重读 {window} 个字符，而这里最多重读 {longest} 个；请用命令 components.language_model.adopt 加"
        "选项 --stream 导入。"
    ),
    without_scene="没有存好的开场，页面从单个字符开始；图和文字要等网络加载后才出现。",
    without_words="没有训练文字的单子，就无从知道{known}的比例，所以略去了。",
    mend_shipped="它是随本页一起发布的，用这条命令恢复：",
    mend_trained="这个网络是在这里训练的。用这条命令可从训练留下的进度重新生成；如果没有留下进度，请先删除它的文件夹：",
    mend_brought="这个网络是从 {source} 导入的；先删除它的文件夹，再用这条命令重新导入：",
    mend_unknown="文件夹里没有说明它是怎样做成的：请放回这个文件的副本，或者删除这个文件夹。",
    mend_made="用这条命令生成：",
)
