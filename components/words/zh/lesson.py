"""Simplified Chinese: what is made for a class."""

from components.words.lesson import LessonWords

LESSON = LessonWords(
    in_class="课堂上",
    present="大字显示",
    present_help="投影用：只留已有文字、滑块、条形图和各栏文字，字更大。按 Esc 退出。",
    present_leave="退出大字显示",
    present_wanted=" 1（大字显示）",
    lesson_title="一节二十分钟的课",
    lesson_lead="用两分钟打开页面，每个问题三分钟。先请大家猜，再一起看。数字来自网络“{network}”。",
    lesson_address="页面地址：{address}",
    lesson_open="二十分钟课的讲义",
    lesson_answers="附上答案",
    lesson_answers_help="不附答案时，讲义发给学生，留有横线可以写字。",
    lesson_answers_wanted=" off（不附答案的讲义）",
    lesson_print="打印",
    lesson_task="**做一做** · {page}：{task}",
    lesson_seen="**看到的** · {seen}",
    order_question="温度降低，条形的高低次序会变吗？",
    order_task="把滑块从 1 拖到 {low:g}，再拖到 {high:g}。注意最高的条形和旁边的几条。",
    order_seen=(
        "不会变。“{character}”始终最可能，没有哪一条反超，变的只是差距：T = {low:g} 时它占 {at_low}，T = 1 时占 "
        "{at_one}，T = {high:g} 时占 {at_high}。"
    ),
    one_question="T = 1 是什么意思？",
    one_task="把滑块放在 1。比较条形和橙色横线，再读一读条形上方的那行字。",
    one_seen=(
        "每一条都正好到达横线：就是网络学到的概率。这既不是“不起作用”，也不是“结果确定”：“{character}”占 {at_one}，"
        "所以抽到别的字符的概率是 {rest}；难度相当于从 {choices:.1f} 个同样可能的字符中猜一个。"
        "只有 T = 0 的结果是确定的。"
    ),
    part_question="几段文字为什么开头相同，后来就不同了？",
    part_task="各栏用的是同样的运气。在 T = {warm:g} 一栏里找到加框的字符，点它：“{page}”一页画出了决定胜负的直线。",
    part_seen=(
        "T = {cool:g} 与 T = {warm:g} 的前 {shared} 个字符相同，然后一个写“{cool_character}”，另一个写"
        "“{warm_character}”。在这里，两边的分数和运气（随机数）也都一样，不同的只有 T：它决定运气占多重（分数 + T × 运"
        "气），所以胜出的字符不同；从此各自接着不同的文字往下写。"
    ),
    creative_question="温度高就是有创造力吗？",
    creative_task="把滑块依次放在 {cool:g}、1 和 {hot:g}，每次读一读写出来的文字。",
    creative_seen=(
        "{known}所占的比例：T = {cool:g} 时 {at_cool}，T = 1 时 {at_one}，T = {hot:g} 时 {at_hot}；真实文字是 {real}。"
        "温度高并不会带来新想法，只是更多地放行网络自己认为不太可能的字符：多半是错，偶尔是妙句。温度最低也不等于写得最好："
        "T = 0 时，{loops} 的文字陷入循环。"
    ),
    best_question="这个网络用哪个温度最好？",
    best_task=(
        "找到“没读过的文字”那条曲线的最低点。再到“{page}”一页看：在哪个 T 下，它写的文字里{known}和真实文字一样多？"
    ),
    best_seen=(
        "要看用来做什么。预测没读过的文字，T = {best:.2f} 最好；预测训练文字，T = {training:.2f} 最好；要让写出的文字里"
        "{known}和真实文字一样多，大约是 T = {like:g}。换一个网络，数值也不同。"
    ),
    top_p_question="有什么是 T 做得到、top-p 做不到的？",
    top_p_task=(
        "T = 1 时，用滑块旁的“{cut}”把 top-p 设为 {share:g}，看看还剩下什么。然后点“{clear}”，把滑块放在 {low:g}。"
    ),
    top_p_seen=(
        "top-p {share:g} 在 {count} 个字符中留下 {kept} 个，它们之间的比例不变：“{first}”的概率是“{second}”的 {ratio} "
        "倍。T = {low:g} 什么也不截去：{count} 个字符都还可能出现，但“{first}”的概率变成“{second}”的 {ratio_low} 倍。T "
        "改变所有比例，top-p 只截去尾部。"
    ),
)
