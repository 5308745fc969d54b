"""The layers of a network as its file lists them: their settings, where their arrays are, and what each one reads."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from components.language_model.archive.chain import ArchiveError

Settings = Mapping[str, Any]


@dataclass(frozen=True)
class Entry:
    """A layer as the file has it.

    Attributes
    ----------
    kind, name : str
        Its class, and what its owner called it.
    settings : mapping
        As its class takes them.
    place : str
        Where its arrays are in `model.weights.h5`.
    sources : tuple of str or None
        The names of the layers that it reads, where the file says so.
    """

    kind: str
    name: str
    settings: Settings
    place: str
    sources: tuple[str, ...] | None


def listed(layers: Sequence[Any]) -> list[Entry]:
    """Return the layers of a list, in its order.

    Keras names a layer's place by its class, with a number from the second of a class on.

    Raises
    ------
    ArchiveError
        If an entry is not what Keras writes.
    """
    counts: Counter[str] = Counter()
    entries = []
    for layer in layers:
        described = mapping(layer, "a layer")
        kind = text(described.get("class_name"), "a layer's class_name")
        settings = mapping(described.get("config"), f"the configuration of a {kind}")
        name = text(settings.get("name", kind), "a layer's name")
        place = _snake_case(kind) + (f"_{counts[kind]}" if counts[kind] else "")
        counts[kind] += 1
        entries.append(Entry(kind, name, settings, f"layers/{place}", _sources(described)))
    return entries


def _snake_case(kind: str) -> str:
    """Return a class's name as Keras writes it in a path.

    The classes that own arrays are known; no other path is asked for.
    """
    return {"SimpleRNN": "simple_rnn", "TimeDistributed": "time_distributed"}.get(kind, kind.lower())


def _sources(described: Settings) -> tuple[str, ...] | None:
    """Return the names of the layers that a layer of a functional network reads, without those of a mask."""
    nodes = described.get("inbound_nodes")
    if not isinstance(nodes, list):
        return None
    if not nodes:
        return ()
    if len(nodes) != 1:
        return ("", "")  # used more than once
    node = nodes[0]
    arguments = node.get("args", []) if isinstance(node, Mapping) else node  # Keras 2 keeps the triples themselves
    return tuple(_source_names(arguments))


def _source_names(argument: object) -> list[str]:
    if isinstance(argument, Mapping):
        config = argument.get("config")
        history = config.get("keras_history") if isinstance(config, Mapping) else None
        return [str(history[0])] if isinstance(history, list) and history else []
    if isinstance(argument, list):
        if argument and isinstance(argument[0], str):
            return [argument[0]]
        return [name for entry in argument for name in _source_names(entry)]
    return []


def in_order(entries: Sequence[Entry], config: Settings) -> list[Entry]:
    """Return the layers of a functional network in the order in which they read each other.

    Raises
    ------
    ArchiveError
        If they do not form one chain.
    """
    ends = [_source_names([config.get(side)]) for side in ("input_layers", "output_layers")]
    if any(len(set(names)) != 1 for names in ends):
        raise ArchiveError(
            f"the network has {len(ends[0])} inputs and {len(ends[1])} outputs: one of each is needed, since the one "
            "input is the character that was written last",
            "no_chain",
        )
    by_source: dict[str, Entry] = {}
    chain = [entry for entry in entries if entry.sources == ()]
    for entry in entries:
        if entry.sources == () or entry.kind == "NotEqual":  # the mask of an Embedding
            continue
        (source, *others) = entry.sources or ("", "")
        if others or source in by_source:
            raise ArchiveError(
                f"the network branches at layer {entry.name!r}: only a chain of layers can be sampled from", "no_chain"
            )
        by_source[source] = entry
    while chain and chain[-1].name in by_source and len(chain) <= len(entries):
        chain.append(by_source[chain[-1].name])
    if len(chain) != len([entry for entry in entries if entry.kind != "NotEqual"]):
        raise ArchiveError("the layers of the network do not form one chain from its input to its output", "no_chain")
    return chain


def parsed(content: str | bytes, what: str) -> Any:
    """Return what stands in JSON, or say what is not JSON."""
    try:
        return json.loads(content)
    except ValueError as error:
        raise ArchiveError(f"{what} is not JSON: save the network again") from error


def mapping(value: object, what: str) -> Settings:
    """Return a value that must be a JSON object, or say what is not one."""
    if not isinstance(value, Mapping):
        raise ArchiveError(f"{what} is not what Keras writes: an object is needed, got {type(value).__name__}")
    return value


def sequence(value: object, what: str) -> Sequence[Any]:
    """Return a value that must be a JSON list, or say what is not one."""
    if not isinstance(value, list):
        raise ArchiveError(f"{what} are not what Keras writes: a list is needed, got {type(value).__name__}")
    return value


def text(value: object, what: str) -> str:
    """Return a value that must be a short text, or say what is not one."""
    if not isinstance(value, str) or not 0 < len(value) <= 200:
        raise ArchiveError(f"{what} is not what Keras writes: a name is needed, got {value!r:.60}")
    return value
