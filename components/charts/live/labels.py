"""What the live figure says."""

from dataclasses import dataclass


@dataclass(frozen=True)
class LiveLabels:
    """What the figure says, in the reader's language; words in braces are filled in by the figure."""

    temperature: str
    tempered: str
    base: str
    tempered_short: str
    base_short: str
    chance_now: str
    base_column: str
    character: str
    logit: str
    rank: str
    most_likely: str
    choices: str
    entropy: str
    certain: str
    others_count: str
    others_together: str
    others_spoken: str
    uniform: str
    uniform_short: str
    stretched: str
    # Where something is cut
    kept: str
    kept_short: str
    kept_spoken: str
    cut_spoken: str
    uncut_chance: str
    kept_title: str
    kept_always: str
    kept_from: str
    kept_never: str
    uniform_kept: str
    uniform_kept_short: str
    others_kept: str
    others_cut: str
    others_cut_spoken: str
