"""What a run takes of the machine: memory and room, worked out from its recipe before it starts. Needs no Keras."""

from pathlib import Path

from components.language_model import durable
from components.language_model.archive.chain import LARGEST
from components.language_model.machine import amount, free_memory
from components.language_model.recipe import Recipe

_FLOAT = 4  # bytes
# Of each weight: itself, its gradient, AdamW's two means and the average; the best so far; the one that stands aside in
# validation; and, while an epoch is kept, copies of all but the gradient.
_IN_MEMORY, _IN_A_STATE = 11, 5
_OF_A_STEP = 14  # floats that the gradient of a unit needs of each step: gates, their inputs and results, states
_OF_A_LAYER = 20_000_000  # bytes of TensorFlow's own for a layer; measured: 30
_OF_A_CHARACTER = 20  # bytes of the text, its codes and what stands between them
_OF_THE_REST = 100_000_000  # bytes that TensorFlow, imported already, adds when it trains
_BESIDE_THE_NETWORK = 2_000_000  # bytes of a model's folder: first scene, words, record
_STATES = 3  # on the disk: two that stand, and one that is being written


class MemoryNeededError(ValueError):
    """Something takes more memory than there is; the message says how much, and what to do."""


class NetworkSizeError(ValueError):
    """A network has more parameters than one that is read may have; the message says how many, and what to do."""


def parameters(recipe: Recipe, characters: int) -> int:
    """Return the number of weights of a recipe's network, for a vocabulary of so many characters.

    Examples
    --------
    >>> parameters(Recipe(), characters=65)
    981521
    """
    units, is_embedded = recipe.units, recipe.architecture == "embedded"
    entering = recipe.embedding if is_embedded else characters
    first, further = (4 * units * (inputs + units + 1) for inputs in (entering, units))
    embedding = characters * recipe.embedding if is_embedded else 0
    return embedding + first + (recipe.layers - 1) * further + characters * (units + 1)


def memory(recipe: Recipe, characters: int, length: int) -> int:
    """Return about how many bytes of memory a run takes.

    Parameters
    ----------
    recipe : Recipe
        Sizes of the network and of a batch.
    characters : int
        Those of the vocabulary.
    length : int
        Characters of the text.

    Examples
    --------
    >>> amount(memory(Recipe(), characters=65, length=1_115_394))
    '333.5 MB'
    >>> amount(memory(Recipe(units=20_000), characters=65, length=1_115_394))
    '220.8 GB'
    """
    of_weights = _IN_MEMORY * parameters(recipe, characters)
    of_a_batch = recipe.lanes * recipe.steps * (_OF_A_STEP * recipe.units * recipe.layers + 3 * characters)
    return _FLOAT * (of_weights + of_a_batch) + _OF_A_LAYER * recipe.layers + _OF_A_CHARACTER * length + _OF_THE_REST


def check_memory(recipe: Recipe, characters: int, length: int) -> None:
    """Validate that a run finds the memory that it takes.

    Raises
    ------
    MemoryNeededError
        If there is less.
    """
    needed, free = memory(recipe, characters, length), free_memory()
    if free is not None and needed > free:
        raise MemoryNeededError(
            f"a network of {parameters(recipe, characters):,} parameters, trained on {length:,} characters, takes "
            f"about {amount(needed)} of memory, and {amount(free)} are free: give smaller --units, --layers, "
            "--embedding, --lanes or --steps, or a shorter text"
        )


def check_parameters(recipe: Recipe, characters: int) -> None:
    """Validate that the network of a recipe can be read again when it is trained.

    Raises
    ------
    NetworkSizeError
        If it has too many parameters.
    """
    count = parameters(recipe, characters)
    if count > LARGEST:
        raise NetworkSizeError(
            f"a network of {count:,} parameters could be trained and not be read again, which at most {LARGEST:,} can: "
            "give smaller --units, --layers or --embedding"
        )


def check_room(recipe: Recipe, characters: int, output: Path, states: int) -> None:
    """Validate that a run finds the room that it takes on the disk, besides so many states that are there already.

    Raises
    ------
    RoomError
        If there is less.
    """
    of_a_state = _IN_A_STATE * _FLOAT * parameters(recipe, characters)
    durable.check_room(output, (_STATES - states) * of_a_state + room_of_a_model(recipe, characters))


def room_of_a_model(recipe: Recipe, characters: int) -> int:
    """Return about how many bytes the folder of a finished model takes."""
    return _FLOAT * parameters(recipe, characters) + _BESIDE_THE_NETWORK
