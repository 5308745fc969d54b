"""What a training run does, as one frozen value. Needs no Keras."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Recipe:
    """Sizes of the network and settings of its training.

    The defaults are those of the shipped `shakespeare` weights: lanes of text whose state is carried
    from batch to batch, some of them reset at every batch so that the network also learns to start
    from nothing, and two kinds of dropout.
    """

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
