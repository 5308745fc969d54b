"""The texts of the figure of one step."""

from dataclasses import dataclass


@dataclass(frozen=True)
class NoiseLinesLabels:
    """The figure's texts in the reader's language."""

    temperature_axis: str
    score_axis: str
    character: str
    logit: str
    luck: str
