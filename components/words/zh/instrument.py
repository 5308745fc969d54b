"""Chinese: the first page as one file for slides, and what stands in it."""

from components.words.instrument import InstrumentWords

INSTRUMENT = InstrumentWords(
    download="本页的课件版（HTML）",
    download_help="滑块、条形图和文本都在一个文件里，内容与现在的页面相同，用浏览器打开即可，不需要联网。第一次生成要等几秒钟。",
    character_hint="{character} · T = 1 时的意外程度 {bits:.1f} 比特",
    network="网络：{network}",
    seed="种子 {seed}",
    length="{length} 个字符",
    no_cut="不截断",
    made_with="由“{title}”生成。想改动设置，请打开原页面：",
    made_with_own="由“{title}”生成。所用的网络属于制作者本人，不在此链接里；链接打开的页面用的是另一个网络：",
)
