"""The variables of TensorFlow's checkpoints and SavedModels, read as data: no graph is loaded, nothing is run."""

from math import prod
from pathlib import Path

from components.language_model.archive.arrays import Floats
from components.language_model.archive.chain import LARGEST, ArchiveError, Chain
from components.language_model.archive.loose import NEEDED, Told, chain_of
from components.language_model.archive.members import checked_file

_VALUE = "/.ATTRIBUTES/VARIABLE_VALUE"


def prefix(path: Path) -> Path | None:
    """Return what the names of a checkpoint's files begin with, or None if the path is none.

    Examples
    --------
    >>> prefix(Path("ckpt_9.index"))
    PosixPath('ckpt_9')
    """
    if path.suffix == ".index" and not path.is_dir():
        return path.with_suffix("")
    variables = path / "variables" / "variables"
    return variables if variables.with_suffix(".index").is_file() else None


def read(start: Path, told: Told | None) -> tuple[Chain, list[list[Floats]]]:
    """Return the network whose variables a checkpoint holds.

    Parameters
    ----------
    start : Path
        As `prefix` gives it.
    told : Told or None
        What its owner says of it; it is needed.

    Raises
    ------
    ArchiveError
        If it cannot be taken.
    """
    if told is None:
        raise ArchiveError(NEEDED, "weights_alone")
    checked_file(start.with_name(f"{start.name}.index"))
    size = sum(checked_file(path) for path in start.parent.glob(f"{start.name}.data-*"))

    import numpy as np
    import tensorflow as tf  # seconds; and only here

    try:
        reader = tf.train.load_checkpoint(str(start))
        names = {
            place: place.removesuffix(_VALUE) for place in reader.get_variable_to_shape_map() if place.endswith(_VALUE)
        }
        dtypes, shapes = reader.get_variable_to_dtype_map(), reader.get_variable_to_shape_map()
        floats = {name: tuple(shapes[place]) for place, name in names.items() if dtypes[place].is_floating}
        numbers = sum(prod(shape) for shape in floats.values())
        if numbers > LARGEST or 2 * numbers > size:
            raise ArchiveError(f"its variables claim {numbers:,} numbers, and its files have {size:,} bytes")
        chain, places = chain_of(floats, told)
        values = [np.asarray(reader.get_tensor(place + _VALUE), np.float32) for place in places]
    except (tf.errors.OpError, UnicodeDecodeError, RuntimeError) as error:
        raise ArchiveError("the checkpoint is damaged: fetch or save it again") from error
    for place, value in zip(places, values, strict=True):
        if not np.isfinite(value).all():
            raise ArchiveError(
                f"the variable {place!r:.80} has numbers that are NaN or infinite", "no_numbers", layer=place
            )
    return chain, [values]
