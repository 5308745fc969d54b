"""The settings of a training run. Needs no Keras."""

from dataclasses import dataclass, replace

ARCHITECTURES = ("embedded", "asker")

_RANGES = (
    (("embedding", "units", "layers", "lanes", "steps", "epochs"), 1, 1_000_000),
    (("dropout", "dropconnect", "reset_share", "ema_momentum", "beta_2"), 0, 0.9999),
    (("learning_rate", "final_learning_rate_share", "weight_decay"), 0, 1),
    (("gradient_norm",), 1e-9, 1e9),
    (("warmup_steps", "seed"), 0, 2**31 - 1),
)


@dataclass(frozen=True)
class Recipe:
    """Sizes of the network and settings of its training.

    The defaults are those of the shipped `shakespeare` weights: lanes of text whose state is carried from batch to
    batch, some of them reset at every batch so that the network also learns to start from a zero state, and two kinds
    of dropout. The architecture `"embedded"` reads characters through an embedding and returns logits; `"asker"` reads
    one-hot bytes and returns a softmax, as the network of the question does.

    Raises
    ------
    ValueError
        If a setting is out of its range; the error names it, its value and the range.

    Examples
    --------
    >>> Recipe(epochs=3).epochs
    3
    """

    architecture: str = "embedded"
    embedding: int = 64
    units: int = 272
    layers: int = 2
    dropout: float = 0.3
    dropconnect: float = 0.2
    lanes: int = 32
    steps: int = 128
    reset_share: float = 0.1
    epochs: int = 40
    learning_rate: float = 3e-3
    final_learning_rate_share: float = 0.02
    warmup_steps: int = 200
    weight_decay: float = 0.01
    beta_2: float = 0.99
    gradient_norm: float = 1.0
    ema_momentum: float = 0.998
    seed: int = 1

    def __post_init__(self) -> None:
        if self.architecture not in ARCHITECTURES:
            raise ValueError(f"architecture must be one of {', '.join(ARCHITECTURES)}, got {self.architecture}")
        for names, lowest, highest in _RANGES:
            for name in names:
                value = getattr(self, name)
                if not lowest <= value <= highest:
                    raise ValueError(f"{name} must be from {lowest:g} to {highest:g}, got {value}")


# The network of https://stackoverflow.com/questions/37246030: as it was asked about, one character a
# batch and plain Adam; and mended, with a gradient that passes through 64 characters.
_AS_ASKED = Recipe(
    architecture="asker",
    units=128,
    dropout=0.1,
    dropconnect=0.0,
    lanes=64,
    steps=1,
    reset_share=0.0,
    epochs=12,
    learning_rate=1e-3,
    final_learning_rate_share=1.0,
    warmup_steps=0,
    weight_decay=0.0,
    beta_2=0.999,
    gradient_norm=1e9,
    ema_momentum=0.0,
)
_MENDED = replace(
    _AS_ASKED,
    lanes=32,
    steps=64,
    epochs=60,
    learning_rate=4e-3,
    final_learning_rate_share=0.02,
    warmup_steps=200,
    gradient_norm=1.0,
)

# Of the text that the shipped networks are trained on.
SHIPPED_TEXT_SHA256 = "86c4e6aa9db7c042ec79f339dcb96d42b0075e16b8fc2e86bf0ca57e2dc565ed"

# First names, one a line; and Chinese poems, of 2,000 characters.
_NAMES = Recipe(embedding=32, units=128, steps=32, epochs=60)
_TANG = Recipe(embedding=96, units=256, dropout=0.25, dropconnect=0.1, steps=64, epochs=8)

SHIPPED = {
    "shakespeare": Recipe(),
    "asker_bytes/as_asked": _AS_ASKED,
    "asker_bytes/mended": _MENDED,
    "names": _NAMES,
    "tang": _TANG,
}
FETCHED = ("shakespeare", "asker_bytes/as_asked", "asker_bytes/mended")  # those whose text the training command fetches
