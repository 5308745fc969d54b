"""A model's folder: writing it when a network is trained, reading it when a page needs it."""

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import keras
import tensorflow as tf

from components.language_model import corpus
from components.language_model.folder import (
    DEFAULT_MODEL,
    NETWORK,
    SCENE,
    TRAINING,
    VOCABULARY,
    WORDS,
    ModelError,
    name_of,
    record,
    vocabulary,
)
from components.language_model.sampling import Sampler
from components.language_model.scene import ROWS, Scene, Setting
from components.language_model.vocabulary import Vocabulary
from components.temperature.scale import TEMPERATURES


@dataclass(frozen=True)
class Model:
    """A network that is ready to read and write.

    Attributes
    ----------
    name : str
        The name of its folder.
    network : keras.Model
        A chain of layers as `components.language_model.layers` describes it.
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
    characters, recorded = vocabulary(folder), record(folder)["network_sha256"]
    try:
        found = file_sha256(folder / NETWORK)
    except OSError as error:
        raise ModelError(folder, NETWORK, "missing") from error
    if found != recorded:
        raise ModelError(folder, NETWORK, "damaged", f"its SHA-256 is not the one in {TRAINING}")
    try:
        # safe_mode: nothing in the file is run as code.
        network = keras.saving.load_model(folder / NETWORK, compile=False, safe_mode=True)
        return Model(name_of(folder), network, Sampler(network, characters))
    except (OSError, ValueError, TypeError) as error:
        raise ModelError(folder, NETWORK, "unfit", str(error)) from error


def publish(
    network: keras.Model,
    characters: Vocabulary,
    text: str,
    folder: Path,
    details: dict[str, Any],
    setting: Setting | None = None,
) -> None:
    """Write the folder that `load` reads, and the first scene.

    Parameters
    ----------
    network : keras.Model
        As `Sampler` takes it.
    characters : Vocabulary
        What it was trained with.
    text : str
        The whole training text.
    folder : Path
        Where to; made if it is not there.
    details : dict
        What `training.json` is to say; the network's SHA-256 is added.
    setting : Setting, optional
        The first scene; by default the page's own, its prompt without what the model does not know.
    """
    folder.mkdir(parents=True, exist_ok=True)
    network.save(folder / NETWORK)
    characters.save(folder / VOCABULARY)
    known = sorted(set(corpus.words(corpus.split(text).training)))
    (folder / WORDS).write_text("\n".join(known) + "\n", "utf-8")
    sha256 = file_sha256(folder / NETWORK)
    make_scene(Sampler(network, characters), setting or Setting(), sha256).save(folder / SCENE)
    content = {**details, "network_sha256": sha256}
    (folder / TRAINING).write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", "utf-8")


def make_scene(sampler: Sampler, setting: Setting, network_sha256: str) -> Scene:
    """Read a setting's prompt, and write a text for each of its temperatures and for all of the slider's.

    Parameters
    ----------
    sampler : Sampler
        The model.
    setting : Setting
        What to write. A prompt without one known character is read as a line break, or as the first
        character of the vocabulary.
    network_sha256 : str
        Of the model's weights, to be kept in the scene.
    """
    prompt = sampler.vocabulary.split_known(setting.prompt)[0]
    setting = replace(setting, prompt=prompt or sampler.vocabulary.first_of("\n"))
    reading = sampler.read(setting.prompt)
    temperatures = sorted({*TEMPERATURES, *setting.temperatures})
    drawn = sampler.sample(
        reading, temperatures, setting.length, setting.seed, rows=ROWS, noise_start=setting.noise_start
    )
    return Scene(setting, reading.logits, tuple(text.scored() for text in drawn), network_sha256)


def file_sha256(path: Path) -> str:
    """Give the SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def prepare_to_serve() -> None:
    """Make Keras ready to serve many visitors at once, before the first model is loaded.

    Nobody can clear Keras's session from now on. A host may clear it after every piece of work, but
    here one network is shared by all and outlives them; clearing while it is being built breaks it,
    and takes a full garbage collection each time.

    A product takes one thread. At the few rows of a page a second one hardly shortens the wait, and
    what it costs is missing to the other visitors. Where TensorFlow was used before, it stays as it is.
    """
    keras.backend.clear_session = lambda free_memory=True: None  # noqa: ARG005
    with suppress(RuntimeError):
        tf.config.threading.set_intra_op_parallelism_threads(1)
