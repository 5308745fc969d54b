"""Chinese: the files that can be had of a page's figures."""

from components.words.pictures import PicturesWords

PICTURES = PicturesWords(
    title="保存图形",
    lead="图形保持现在的样子，按滑块当前的温度绘制，白底，宽 {width} 像素。第一张需要等几秒钟。",
    one="{name}（{kind}）",
    figure="图 {number}",
    no_font=(
        "服务器上没有图中某些字符的字体，画不出 PNG。可以改存 SVG，它使用您电脑上的字体；"
        "也可以请服务器管理员安装中文字体，例如 Noto Sans CJK。"
    ),
    broken="这张图没有画成。详细原因记在服务器日志里，标记为 {mark}。",
    bars="下一个字符的概率",
    lines="不同温度下的得分与运气",
    along="熵沿文本的变化",
    families="有截断与无截断时的质量和多样性",
    kept="保留的字符数",
    limits="概率所在的上下限",
)
