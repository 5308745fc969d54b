"""Bringing in a network that somebody trained: ``python -m components.language_model.adopt``.

It is read as data (see `components.language_model.archive`), compared with Keras's own call, measured on a text where
one is given, and written into a folder that every page can show.
"""

import hashlib
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from components.language_model import corpus, durable, zipped
from components.language_model.adopt import characters
from components.language_model.adopt.characters import Characters, CharactersError
from components.language_model.adopt.sample import agreed
from components.language_model.adopt.silencing import without
from components.language_model.archive import process
from components.language_model.archive.arrays import Floats
from components.language_model.archive.chain import Chain
from components.language_model.archive.loose import Told
from components.language_model.folder import NETWORK, STREAMED, VOCABULARY
from components.language_model.scene_criteria import Effort

if TYPE_CHECKING:  # what this imports takes seconds
    from components.language_model.sampling import Sampler

QUICK = Effort(prompts=8, rounds=1)  # of the search for the first scene
QUICKEST = Effort(prompts=2, rounds=1)  # of a network that reads a window for every character

_MEASURED = 160_000  # characters that are read for the loss of a network for windows


@dataclass(frozen=True)
class Network:
    """A network that was read and fits its characters.

    Attributes
    ----------
    chain : Chain
        Its layers.
    arrays : sequence of ndarray
        Those of all layers.
    characters : Characters
        What its codes stood for, in the file.
    built_for : int or None
        The length of the windows that it was built for.
    record : Record or None
        What a zip says of its training.
    """

    chain: Chain
    arrays: Sequence[Floats]
    characters: Characters
    built_for: int | None = None
    record: zipped.Record | None = None

    def described(self) -> str:
        """Return its layers and parameters in one line."""
        layers = ", ".join(f"{layer.kind} {layer.units}" for layer in self.chain.layers)
        end = "softmax" if self.chain.softmax else "logits"
        return f"{layers} ({end}): {self.chain.parameters:,} parameters"

    def reading(self) -> str | None:
        """Return how it reads a text, where it was built for windows."""
        if self.built_for is None:
            return None
        if self.chain.window is None:
            return (
                f"streamed: its state is carried from character to character, and it was built for windows of "
                f"{self.built_for}; leave --stream out to have the last {self.built_for} read anew for every character"
            )
        return (
            f"windowed: as it was built, its last {self.built_for} characters are read anew for every character, which "
            f"takes {self.built_for} times as long; with --stream its state is carried on"
        )


def read(
    path: Path, listed: Path | None, text: str | None, told: Told | None = None, *, stream: bool = False
) -> Network:
    """Read a network, and the characters that its codes stand for.

    Parameters
    ----------
    path : Path
        As for `components.language_model.archive.reading.read`, or a zip of `zipped`, whose characters are in it.
    listed : Path or None
        A file of the characters, as `characters.read` takes it; without one they are those of the text, sorted.
    text : str or None
        What the network was trained with.
    told : Told, optional
        What its owner says of weights that were saved alone.
    stream : bool, optional
        Whether a network for windows is to carry its state from character to character.

    Raises
    ------
    ValueError
        If one of them cannot be read, or they do not belong together.
    """
    if not zipped.is_zipped(path):
        return _read(path, listed, text, told, stream=stream)
    with zipped.unzipped(path) as place:
        record = zipped.record(place)
        network = _read(place / NETWORK, listed or place / VOCABULARY, text, told, stream=stream)
    return replace(network, record=record)


def _read(path: Path, listed: Path | None, text: str | None, told: Told | None, *, stream: bool) -> Network:
    chain, arrays = process.read(path, told)
    if listed is not None:
        known = characters.read(listed, chain.characters)
    elif text is not None:
        known = characters.of_text(text)
    else:
        raise ValueError("what its codes stand for is not in the file: give --characters FILE, or --corpus FILE")
    if len(known) != chain.characters:
        raise CharactersError(
            f"the network has {chain.characters} codes, and {len(known)} characters are given: give those that it was "
            "trained with, in the order of the codes",
            "sizes",
            outputs=chain.characters,
            characters=len(known),
        )
    built_for = chain.window
    if stream:
        chain = replace(chain, window=None)
    if known.silent:
        chain, arrays = without(chain, arrays, known.silent)
    return Network(chain, arrays, known, built_for)


def adopt(
    path: Path,
    network: Network,
    text: str | None,
    output: Path,
    effort: Effort,
    sample: str | None = None,
    report: Callable[[str], None] = print,
) -> None:
    """Compare a network with Keras, measure it, and write its folder.

    Parameters
    ----------
    path : Path
        Where it was read from.
    network : Network
        As `read` returns it.
    text : str or None
        What it was trained with.
    output : Path
        A folder that is not there yet.
    effort : Effort
        How long the first scene is searched for.
    sample : str, optional
        What the network wrote at T = 0 where it was trained, behind its prompt.
    report : callable, optional
        Is told what is found, line by line.

    Raises
    ------
    ValueError
        If the loop does not predict what Keras predicts, or would not write the sample, or something is there
        already.
    RoomError
        If a file of the folder cannot be written.
    """
    # Here and not above: what is wrong with a file is told without waiting for Keras.
    from components.language_model import agreement
    from components.language_model.loading import publish
    from components.language_model.rebuilding import rebuilt
    from components.language_model.sampling import Sampler

    check_free(output)
    report(f"{path.name}: {network.described()}")
    report(_characters_line(network.characters))
    if (reading := network.reading()) is not None:
        report(reading)
    model = rebuilt(network.chain, network.arrays)
    sampler = Sampler(model, network.characters.vocabulary)
    difference = agreement.check(model, sampler)
    report(
        f"compared with Keras's own call on {agreement.FULL} characters: the largest difference of a logit is "
        f"{difference:.1e} nats"
    )
    if sample is not None:
        report(_compared(sampler, sample))
    losses = _losses(sampler, text, network, report)
    check_free(output)  # again: what came meanwhile is not removed
    with durable.making(output):
        publish(model, sampler, text, output, _record(path, network, text, losses), effort)


def check_free(output: Path) -> None:
    """Refuse a folder that holds something already.

    Raises
    ------
    ValueError
        If there is anything of this name.
    """
    if output.exists() or output.is_symlink():
        raise ValueError(f"there is a network “{output.name}” already: give another --name, or remove {output}")


def _characters_line(known: Characters) -> str:
    shown = "".join(known.vocabulary.characters)
    left_out = f"; never written: {len(known.silent)} without a character" if known.silent else ""
    return f"{len(known.vocabulary)} characters: {shown!r:.120}{left_out}"


def _compared(sampler: "Sampler", sample: str) -> str:
    """Return a line on how much of a sample the loop would write at T = 0 as well."""
    same = agreed(sampler, sample)
    if 2 * same < len(sample):
        at = len(sample) - same - 1
        raise ValueError(
            f"the sample is not what the network writes at T = 0: behind {sample[max(0, at - 20) : at]!r} it does not "
            f"go on with {sample[at]!r}; are --cell and the order of the characters right?"
        )
    return f"the sample: its last {same} characters of {len(sample)} are what the network writes at T = 0"


def _losses(sampler: "Sampler", text: str | None, network: Network, report: Callable[[str], None]) -> dict[str, float]:
    """Return the loss on the last tenth of a text, with what it is beside that of a guess."""
    from components.language_model.evaluation import streamed

    uniform, window = math.log(len(sampler.vocabulary)), network.chain.window
    if text is None and network.record is not None and network.record.losses:
        losses = network.record.losses
        report(f"loss on held-out text, as the zip says: {next(iter(losses.values())):.2f} nats a character")
        return losses
    if text is None:
        report(
            f"no text was given (--corpus): its loss is not known; a uniform guess has {uniform:.2f} nats a character"
        )
        return {}
    known, unknown = sampler.vocabulary.split_known(corpus.split(text).validation)
    if unknown:
        report(f"left out of the text, since the network does not know them: {''.join(unknown)!r:.80}")
    if len(known) < 2:
        raise ValueError("the last tenth of the text has no two characters that the network knows: give a longer text")
    if window is not None:
        known = known[: _MEASURED // window]
    loss = streamed(sampler, sampler.vocabulary.encode(known))
    report(
        f"loss on {len(known):,} characters of the last tenth of the text: {loss:.2f} nats a character (a uniform "
        f"guess: {uniform:.2f})"
    )
    if loss >= uniform:
        report(
            "that is no better than a guess: are the characters in the order of the codes, and is it the right text?"
        )
    return {STREAMED: round(loss, 4)} if window is None else {}


def _record(path: Path, network: Network, text: str | None, losses: dict[str, float]) -> dict[str, Any]:
    of_text: dict[str, Any] = {} if network.record is None else network.record.of_text
    if text is not None:
        of_text = {"corpus_sha256": corpus.sha256(text), "corpus_characters": len(text)}
    return {
        "made_with": "python -m components.language_model.adopt",
        "adopted": {"file": path.name, "sha256": _sha256(path)},
        **of_text,
        "parameters": network.chain.parameters,
        **({} if network.chain.window is None else {"window": network.chain.window}),
        "validation": losses,
    }


def _sha256(path: Path) -> str:
    """Return the SHA-256 of a file, or of those of a folder one after the other."""
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    total = hashlib.sha256()
    for file in files:
        if file.is_file():
            total.update(file.read_bytes())
    return total.hexdigest()
