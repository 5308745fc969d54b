"""English: the first page as one file for slides, and what stands in it."""

from components.words.instrument import InstrumentWords

INSTRUMENT = InstrumentWords(
    download="This page for slides (HTML)",
    download_help=(
        "One file with the slider, the bars and the texts as they stand here. It works in any browser, without an "
        "internet connection. Making it takes a few seconds the first time."
    ),
    character_hint="{character} · surprise {bits:.1f} bits at T = 1",
    network="Network: {network}",
    seed="seed {seed}",
    length="{length} characters",
    no_cut="nothing cut",
    made_with="Made with {title}. The same on the page, where it can be changed:",
    made_with_own=(
        "Made with {title}. The network is its owner's and not in this link, which opens the page with another one:"
    ),
)
