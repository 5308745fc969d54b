"""What a contender is, and the weights that it is made with."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from components.language_model import folder
from components.language_model.vocabulary import Vocabulary

SEED = 1

Floats = NDArray[np.float32]


def shipped_network() -> Any:
    """Load the shipped network with Keras alone, which leaves the number of threads as it is."""
    import keras

    return keras.saving.load_model(folder.DEFAULT_MODEL / folder.NETWORK, compile=False)


class Contender(Protocol):
    """A way to write text."""

    name: str
    source: str
    one_at_a_time: bool  # another temperature is another text from the start: as many times the time
    longest: int | None  # what it can see of a text; None: all of it
    threads: bool  # whether it takes a number of threads; otherwise it sees to them itself

    def __init__(self, weights: "Weights", threads: int) -> None: ...

    def write(self, prompt: str, temperatures: Sequence[float], length: int) -> list[str]:
        """Return one text per temperature."""


@dataclass(frozen=True)
class Cell:
    """The weights of an LSTM layer; gates in Keras's order: input, forget, cell, output."""

    kernel: Floats  # (inputs, 4 * units)
    recurrent: Floats  # (units, 4 * units)
    bias: Floats  # (4 * units,)

    @property
    def units(self) -> int:
        """The size of the state."""
        return len(self.recurrent)


@dataclass(frozen=True)
class Weights:
    """The shipped network as plain arrays: an embedding, LSTM layers, and a last layer of logits."""

    vocabulary: Vocabulary
    embedding: Floats  # (characters, features)
    cells: tuple[Cell, ...]
    kernel: Floats  # (units, characters)
    bias: Floats  # (characters,)

    @classmethod
    def of(cls, network: Any, vocabulary: Vocabulary) -> "Weights":
        """Take the weights out of a Keras network."""
        embedding, *recurrent, head = network.layers
        cells = [layer.cell for layer in recurrent if hasattr(layer, "cell")]
        array = lambda values: np.asarray(values, np.float32)  # noqa: E731
        return cls(
            vocabulary,
            array(embedding.embeddings),
            tuple(Cell(array(cell.kernel), array(cell.recurrent_kernel), array(cell.bias)) for cell in cells),
            array(head.kernel),
            array(head.bias),
        )

    def save(self, path: Path) -> None:
        """Write the arrays to a file."""
        cells = {f"{name}{at}": value for at, cell in enumerate(self.cells) for name, value in vars(cell).items()}
        np.savez(
            path,
            characters=np.array(self.vocabulary.characters),
            embedding=self.embedding,
            head_kernel=self.kernel,
            head_bias=self.bias,
            **cells,
        )

    @classmethod
    def load(cls, path: Path) -> "Weights":
        """Read what `save` wrote."""
        with np.load(path) as arrays:
            count = sum(name.startswith("recurrent") for name in arrays)
            cells = [Cell(*(arrays[f"{name}{at}"] for name in ("kernel", "recurrent", "bias"))) for at in range(count)]
            characters = tuple(map(str, arrays["characters"]))
            return cls(
                Vocabulary(characters), arrays["embedding"], tuple(cells), arrays["head_kernel"], arrays["head_bias"]
            )
