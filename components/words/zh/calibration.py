"""Simplified Chinese: the page "Calibration"."""

from components.words.calibration import CalibrationWords

CALIBRATION = CalibrationWords(
    calibration_title="校准",
    calibration_lead=(
        "左图：曲线越低，网络预测得越准；右图：条形越贴近对角线，它给的概率越可信：它说 80 % 的，100 次里应当"
        "说对 80 次。"
    ),
    held_out_text="留出文字",
    training_text="训练文字",
    own_text="你的文字",
    loss_title="哪个温度预测得最准？",
    loss_lead=(
        "对每个真正出现的字符，取网络事先给它的概率 p。它的**负对数似然** −ln p，在确信无疑时是 0，像抛硬币时是 0.69；"
        "原以为不可能的却出现了，就大得没有上限。单位是奈特（1 奈特 = 1.44 比特）。对整段文字取平均就是**损失**：越低"
        "越好。损失最低处的温度叫做 **T\\***。**留出文字**是没有用来训练网络的文字。"
    ),
    loss_axis="损失（奈特每字符）",
    loss_at="{text}：损失 {loss:.3f}",
    loss_lowest="● 最低在 T* = {temperature:.2f}",
    loss_alt="折线图：损失随温度的变化，每种文字一条曲线，并标出最低点 T*。",
    reliability_title="它给的概率可信吗？",
    reliability_lead=(
        "每次预测都有一个首选：概率最大的字符。所有预测按这个概率分进 {bins} 个区间。蓝色条形表示该区间里首选有多少次"
        "是对的；虚线框表示这与所给概率的平均值相差多少。两者在对角线上相等：网络是**校准**的。低于对角线，就是**过度"
        "自信**：说对的没有它说的那么多。高于对角线，就是**信心不足**。虚线框的平均高度（对所有预测取平均）就是**期望校准误差"
        "**（ECE）。"
    ),
    reliability_of="预测的是",
    given_axis="网络给首选的概率",
    came_axis="首选说对的比例",
    came="说对",
    predictions="预测数",
    predictions_share="各区间占全部预测的比例",
    perfect="完美校准",
    gap="差距",
    reliability_readout="T = {temperature:g}：{verdict} · 误差（ECE）{error}\n首选：概率 {confidence}，说对 {accuracy}",
    overconfident="过度自信",
    underconfident="信心不足",
    honest="把握恰如其分",
    reliability_alt=(
        "条形图：预测按最大的概率分进区间，显示每个区间里说对的比例、它与所给概率的差距，下方是每个区间有多少预测。"
    ),
    calibration_found="数字说明什么",
    best_held_out="在**留出文字**上，**T\\* = {best}** 时预测得最准。",
    best_training="在**训练文字**上，**T\\* = {best}** 时预测得最准。",
    best_own="在**你的文字**上，**T\\* = {best}** 时预测得最准。",
    best_overconfident=(
        "这高于 1：在 T = 1 时网络在这里过度自信，以 T\\* 为温度（分数除以 T\\*），概率就恰如其分地谨慎了。"
    ),
    best_underconfident="这低于 1：在 T = 1 时网络在这里信心不足，其实可以更肯定一点。",
    best_as_trained="这在误差范围内等于 1：在 T = 1 时网络在这里的把握恰如其分。",
    best_at_lower_bound="这是搜索范围的尽头：首选总是出现，所以温度越低越好。",
    best_at_upper_bound="这是搜索范围的尽头：它的概率对这段文字说明不了什么，所以温度越高越好。",
    loss_change="从 T = 1 到 T\\*，损失从每字符 {one} 奈特变为 {best} 奈特。",
    loss_stays="在 T = 1 和 T\\*，损失都是每字符 {loss} 奈特。",
    error_falls="ECE 从 {one} 降到 {best}。",
    error_stays=(
        "ECE 没有下降：T = 1 时是 {one}，T\\* 时是 {best}。T\\* 是按损失选的；一个 T 同时改变图中所有区间，对一个"
        "区间有益的，可能对另一个有害。"
    ),
    best_twice=(
        "± 是标准误。每个 T\\* 都用两种办法找过：沿 T 搜索，以及训练一个 Temperature 层（见“在 Keras 中”）。"
        "两者相差不超过 {difference:.6f}。"
    ),
    higher_on_held_out=(
        "T\\* 在留出文字上高出 {difference:.2f}：网络对训练文字比对这门语言本身更熟，到了没读过的文字就过于自信。"
    ),
    lesson="最适合预测与最适合写作",
    lesson_apart=(
        "**最适合预测的温度，并不是最适合写作的温度**：这个网络在 T\\* = {best:.2f} 时对留出文字预测得最准，而它写的"
        "文字，只有 T 不超过 {like:g} 时，{known}才不少于真实文字。"
    ),
    lesson_same=(
        "对这个网络来说，对留出文字预测得最准的温度 T\\* = {best:.2f}，也正是它写的文字里{known}的比例与真实"
        "文字最接近的温度，T = {like:g}。"
    ),
    lesson_why=(
        "预测时，给罕见字符留一点概率几乎没有代价，一旦出现就有回报。写作时，抽到的每个罕见字符都是看得见的失误，而网"
        "络还得从那里接着写。（温度再低，{known}更多，但文字会重复自己：两条曲线都在“扫描”页。）"
    ),
    lesson_temperature="网络写作时的温度",
    lesson_words="{known}（{meaning}）",
    lesson_nearest="T = {temperature:g}，最接近 T*",
    lesson_real="真实文字（留出）",
    networks="所有网络并排比较",
    networks_lead=(
        "对没读过的文字，在明显高于 1（超出误差）的温度预测得最准的网络有 {over} 个（共 {count} 个）；而且全都比在训练"
        "文字上需要更高的温度。"
    ),
    networks_lead_mixed=(
        "对没读过的文字，在明显高于 1（超出误差）的温度预测得最准的网络有 {over} 个（共 {count} 个）；其中 {higher} 个"
        "比在训练文字上需要更高的温度。"
    ),
    networks_error_rises=(
        "从 T = 1 到 T\\*，有的 ECE 反而升高，损失却仍在下降：T\\* 是按损失选的，而一个 T 同时改变图中所有区间，有的"
        "变好，有的变差。"
    ),
    networks_other_weights="{name}（其他权重的数值）",
    networks_text="文字",
    networks_best="T* ± 标准误",
    networks_loss="损失：T = 1 → T*",
    networks_error="ECE：T = 1 → T*",
    nothing_measured="这里还没有测过你自己的网络：请在本页下方给它一段文字，最好是它没读过的。",
    own_title="用你自己的文字",
    own_lead=(
        "这个网络能把你写的、或找来的文字预测得多准？请粘贴 {least:,} 到 {most:,} 个字符。它们从头到尾只读一遍，不会保"
        "存，也不会给别人看。"
    ),
    own_windowed="这个网络每读一个字符，都要把最后 {window} 个字符重读一遍，所以耗时是别的网络的 {window} 倍。",
    own_field="你的文字",
    own_measure="测量",
    own_too_short="{characters:,} 个字符太少，说明不了什么：请至少给 {least:,} 个。",
    own_too_few_known=(
        "你的文字里网络认识的字符有 {characters:,} 个，太少，说明不了什么：请至少给 {least:,} 个它认识的。"
    ),
    own_too_long="{characters:,} 个字符太多：最多读 {most:,} 个。",
    own_left_out="略去了这个网络不认识的 {count:,} 个字符（{unknown}）。",
    own_more="{shown} 和另外 {more} 种",
    own_running="已预测 {total:,} 个字符中的 {done:,} 个，还剩 {left:,} 个",
    own_searching="{total:,} 个字符已全部预测；正在寻找 T*",
    own_stop="停止",
    own_stopped="没有测完就停止了，所以没有可显示的结果。点“测量”可重新开始。",
    own_failed="测量出错，没有保留任何结果：{error}",
    own_done="你的文字已测量（{predictions:,} 次预测）：已画进上面两张图。",
    own_download="你的结果（JSON）",
    calibration_json="保存的结果（JSON）",
    calibration_csv="曲线（CSV）",
)
