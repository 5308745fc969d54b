"""English: the files that can be had of a page's figures."""

from components.words.pictures import PicturesWords

PICTURES = PicturesWords(
    title="Figures as files",
    lead=(
        "The figures as they stand now, at the slider's temperature, {width} pixels wide on white. The first one takes "
        "a few seconds."
    ),
    one="{name}, as {kind}",
    figure="Figure {number}",
    no_font=(
        "The server has no font for some of the figure's signs, so it can draw no PNG. The SVG needs none: it takes "
        "your computer's. Whoever runs the server can install one, such as Noto Sans CJK."
    ),
    broken="The figure could not be drawn. The details are in the server's log under the mark {mark}.",
    bars="Chances of the next character",
    lines="Score and luck over temperature",
    along="Entropy along the text",
    families="Quality and diversity, with a cut and without",
    kept="Characters that are kept",
    limits="Between which limits the chances lie",
)
