"""A model's folder: writing it when a network is trained, reading it when a page needs it."""

import json
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import keras
import tensorflow as tf

from components.language_model import agreement, checksums
from components.language_model.archive import process
from components.language_model.folder import (
    DEFAULT_MODEL,
    NETWORK,
    SCENE,
    TRAINING,
    VOCABULARY,
    WORDS,
    ModelError,
    ModelFolder,
    check_network,
    name_of,
    record,
    vocabulary,
)
from components.language_model.lexicon import lexicon
from components.language_model.reasons import reason_of
from components.language_model.rebuilding import rebuilt
from components.language_model.sampling import Sampler
from components.language_model.scene import Setting
from components.language_model.scene_criteria import FULL, Effort
from components.language_model.scene_prompts import examples
from components.language_model.scene_search import make_scene, search


@dataclass(frozen=True)
class Model:
    """A network that is ready to read and write.

    Attributes
    ----------
    name : str
        The name of its folder.
    network : keras.Model
        A chain of layers as `components.language_model.layers` describes it, for texts of any length.
    sampler : Sampler
        The compiled loop over it.
    """

    name: str
    network: keras.Model
    sampler: Sampler


def load(folder: Path = DEFAULT_MODEL) -> Model:
    """Read a model.

    Raises
    ------
    ModelError
        If a file is missing, damaged or does not belong to the others.
    """
    _one_thread_per_product()
    characters = vocabulary(folder)
    check_network(ModelFolder.at(folder), record(folder))
    try:
        network = rebuilt(*process.read(folder / NETWORK))  # as data: no code of the file is run
        sampler = Sampler(network, characters)
        agreement.check(network, sampler, agreement.SHORT)
    except (OSError, ValueError) as error:
        raise ModelError(folder, NETWORK, "unfit", str(error), reason=reason_of(error)) from error
    return Model(name_of(folder), network, sampler)


def publish(
    network: keras.Model,
    sampler: Sampler,
    text: str | None,
    folder: Path,
    details: dict[str, Any],
    scene: Setting | Effort = FULL,
) -> None:
    """Write the folder that `load` reads, and the first scene.

    Parameters
    ----------
    network : keras.Model
        As `Sampler` takes it.
    sampler : Sampler
        Of this network and the characters that it was trained with.
    text : str or None
        The whole training text; without one nothing of it is known, and prompts are the network's own.
    folder : Path
        Where to; made if it is not there.
    details : dict
        What `training.json` is to say; what is counted in its texts and the network's SHA-256 are added.
    scene : Setting or Effort, optional
        What the first scene is made with, its prompt without what the model does not know; or how long such
        a setting is searched for, with prompts from the beginning of the text.
    """
    folder.mkdir(parents=True, exist_ok=True)
    network.save(folder / NETWORK)
    sampler.vocabulary.save(folder / VOCABULARY)
    if text is not None:
        known = lexicon(text)
        (folder / WORDS).write_text("".join(f"{entry}\n" for entry in sorted(known.entries or ())), "utf-8")
        details = {**details, "unit": known.unit}
    sha256 = checksums.sha256(folder / NETWORK)
    first = make_scene(sampler, scene, sha256) if isinstance(scene, Setting) else search(sampler, text, sha256, scene)
    replace(first, examples=examples(sampler, text)).save(folder / SCENE)
    content = {**details, "network_sha256": sha256}
    (folder / TRAINING).write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", "utf-8")
    checksums.sign(folder)


def prepare_to_serve() -> None:
    """Make Keras ready to serve many visitors at once.

    Nobody can clear Keras's session from now on. A host may clear it after every piece of work, but
    here one network is shared by all and outlives them; clearing while it is being built breaks it,
    and takes a full garbage collection each time.
    """
    keras.backend.clear_session = lambda free_memory=True: None  # noqa: ARG005


def _one_thread_per_product() -> None:
    """Let a product run on one thread: the sampler has shards of rows side by side, one to a core.

    It also fixes the order of the product's sums. Where TensorFlow was used before, as in training, it stays as
    it is.
    """
    with suppress(RuntimeError):
        tf.config.threading.set_intra_op_parallelism_threads(1)
