"""Keras's description of a network, checked against a list of the layers and settings that are taken."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from components.language_model.archive.chain import GATES, TAKEN, ArchiveError, Chain, Layer, check_size, check_true
from components.language_model.archive.entries import Entry, Settings, in_order, listed, mapping, sequence

POLICIES = ("float32", "float16", "bfloat16", "float64", "mixed_float16", "mixed_bfloat16")

# Settings that say nothing of what is predicted.
_IDLE = frozenset(
    "name trainable dtype batch_input_shape input_length implementation stateful unroll return_sequences noise_shape "
    "rate seed dropout recurrent_dropout unit_forget_bias activity_regularizer "
    "kernel_initializer recurrent_initializer bias_initializer embeddings_initializer kernel_regularizer "
    "recurrent_regularizer bias_regularizer embeddings_regularizer kernel_constraint recurrent_constraint "
    "bias_constraint embeddings_constraint".split()
)
# Settings that are taken with one value alone.
_FIXED = {
    "go_backwards": (False, "a text is written forwards"),
    "return_state": (False, "its layers must form one chain"),
    "zero_output_for_mask": (False, "what is skipped must leave the output as it was"),
    "time_major": (False, "save it with the batch first"),
    "quantization_config": (None, "save it before it is quantized"),
    "lora_rank": (None, "merge the added weights before it is saved"),
}
_RECURRENT = ("units", "activation", "use_bias")
_SETTINGS = {
    "Embedding": ("input_dim", "output_dim", "mask_zero"),
    "LSTM": (*_RECURRENT, "recurrent_activation"),
    "GRU": (*_RECURRENT, "recurrent_activation", "reset_after"),
    "SimpleRNN": _RECURRENT,
    "Dense": _RECURRENT,
    "TimeDistributed": ("layer",),
    "Dropout": (),
    "Activation": ("activation",),
    "Softmax": ("axis",),
}
_NOT_ALONE = "what a character is predicted from must not come after it"
_AT_ONCE = "it reads many characters at once, and a text is written one character at a time"
_REASONS = {
    "Bidirectional": f"it reads a text from its end as well, and {_NOT_ALONE}",
    "Attention": _AT_ONCE,
    "AdditiveAttention": _AT_ONCE,
    "MultiHeadAttention": _AT_ONCE,
    "GroupedQueryAttention": _AT_ONCE,
    "Conv1D": _AT_ONCE,
    "Flatten": _AT_ONCE,
    "Sequential": "it is a network inside the network: save its layers as one chain",
    "Functional": "it is a network inside the network: save its layers as one chain",
    "Model": "it is a network inside the network: save its layers as one chain",
    "Lambda": "it holds code, and no code of a file is run",
    "Concatenate": "it joins several paths, and only a chain of layers can be followed",
    "Add": "it joins several paths, and only a chain of layers can be followed",
}


@dataclass(frozen=True)
class Configuration:
    """A network as its file describes it.

    Attributes
    ----------
    chain : Chain
        What is built.
    places : tuple of str
        For each layer of the chain, where its arrays are in `model.weights.h5`.
    names : tuple of str
        For each layer of the chain, the name under which an older file keeps its arrays.
    """

    chain: Chain
    places: tuple[str, ...]
    names: tuple[str, ...]


def read(description: object) -> Configuration:
    """Return the network that a configuration describes.

    Parameters
    ----------
    description : object
        The content of ``config.json``, or of the attribute ``model_config`` of an older file.

    Raises
    ------
    ArchiveError
        If it holds what is not taken; the message names the layer, and why.
    """
    whole = mapping(description, "the configuration")
    kind = whole.get("class_name")
    if kind not in ("Sequential", "Functional", "Model"):
        raise ArchiveError(
            f"the file holds a {kind!r:.60}: a Sequential or functional network is needed, or its weights alone",
            "no_chain",
        )
    config = mapping(whole.get("config"), "the configuration of the network")
    entries = listed(sequence(config.get("layers"), "the layers of the network"))
    _check_policy(config, "the network", str(config.get("name")))
    if not any(entry.kind not in ("InputLayer", "Dropout") for entry in entries):
        raise ArchiveError(f"the network has no layer; taken are {TAKEN}", "no_chain")
    for entry in entries:
        _check(entry)
    if kind != "Sequential":
        entries = in_order(entries, config)
    return _configuration(entries, config)


def _check(entry: Entry) -> None:
    if entry.kind in ("InputLayer", "NotEqual"):
        return
    if entry.kind not in _SETTINGS:
        reason = _REASONS.get(entry.kind, "it is none of the layers that are taken")
        raise ArchiveError(
            f"layer {entry.name!r} ({entry.kind}) cannot be sampled from: {reason}; taken are {TAKEN}",
            "layer",
            layer=entry.name,
            kind=entry.kind,
        )
    _check_policy(entry.settings, f"layer {entry.name!r}", entry.name)
    for setting, value in entry.settings.items():
        if setting in _FIXED:
            needed, reason = _FIXED[setting]
            if value != needed:
                raise ArchiveError(
                    f"layer {entry.name!r} ({entry.kind}) has {setting} {value!r:.60}: {reason}",
                    "setting",
                    layer=entry.name,
                    setting=setting,
                    value=value,
                )
        elif setting not in _IDLE and setting not in _SETTINGS[entry.kind]:
            raise ArchiveError(
                f"layer {entry.name!r} ({entry.kind}) has the setting {setting!r}, which is not known",
                "setting",
                layer=entry.name,
                setting=setting,
                value=value,
            )


def _check_policy(settings: Settings, of: str, name: str) -> None:
    """Refuse numbers that are not read as float32: weights of a policy that is taken are stored as plain floats."""
    policy = settings.get("dtype", "float32")
    if isinstance(policy, Mapping):
        config = policy.get("config")
        policy = (
            config.get("name", policy.get("class_name")) if isinstance(config, Mapping) else policy.get("class_name")
        )
    if policy is not None and policy not in POLICIES:
        raise ArchiveError(
            f"{of} has the dtype {policy!r:.60}: taken are {', '.join(POLICIES)}, each read as float32",
            "setting",
            layer=name,
            setting="dtype",
            value=policy,
        )


def _configuration(entries: Sequence[Entry], config: Settings) -> Configuration:
    shape = _input_shape(entries, config)
    places, names, layers = [], [], []
    softmax = skips_zero = False
    for entry in entries:
        if entry.kind in ("InputLayer", "Dropout"):
            continue
        if softmax:
            raise ArchiveError(
                f"layer {entry.name!r} ({entry.kind}) follows a softmax, which must be the end", "no_chain"
            )
        if entry.kind in ("Activation", "Softmax"):
            softmax = _is_softmax(entry)
            continue
        if entry.kind == "TimeDistributed":
            entry = _inside(entry)
        settings = entry.settings
        softmax = entry.kind == "Dense" and settings.get("activation") == "softmax"
        skips_zero |= _is_true(entry, "mask_zero")
        layers.append(_layer(entry, softmax=softmax))
        places.append(f"{entry.place}/cell" if entry.kind in GATES else entry.place)
        names.append(entry.name)
    characters = _characters(entries, shape)
    chain = Chain(characters, tuple(layers), softmax, skips_zero, _window(entries, shape))
    return Configuration(chain, tuple(places), tuple(names))


def _is_true(entry: Entry, setting: str) -> bool:
    return check_true(entry.settings.get(setting, False), setting, entry.name)


def _is_softmax(entry: Entry) -> bool:
    if entry.kind == "Activation" and entry.settings.get("activation") != "softmax":
        raise ArchiveError(
            f"layer {entry.name!r} (Activation) is {entry.settings.get('activation')!r:.40}: give it to the layer "
            "before it; only a softmax at the end may stand alone",
            "layer",
            layer=entry.name,
            kind=entry.kind,
        )
    if entry.settings.get("axis", -1) not in (-1, [-1]):
        raise ArchiveError(
            f"layer {entry.name!r} (Softmax) must go over the characters, the last axis",
            "setting",
            layer=entry.name,
            setting="axis",
            value=entry.settings["axis"],
        )
    return True


def _inside(entry: Entry) -> Entry:
    """Return the Dense layer that is applied at each step, which is what a Dense layer does by itself."""
    (inner,) = listed([entry.settings.get("layer")])
    if inner.kind != "Dense":
        raise ArchiveError(
            f"layer {entry.name!r} (TimeDistributed) holds a {inner.kind}: a Dense is needed; taken are {TAKEN}",
            "layer",
            layer=entry.name,
            kind=inner.kind,
        )
    _check(inner)
    return Entry(inner.kind, entry.name, inner.settings, f"{entry.place}/layer", None)


def _layer(entry: Entry, *, softmax: bool) -> Layer:
    settings = entry.settings
    if entry.kind == "Embedding":
        return Layer(entry.name, "Embedding", check_size(settings.get("output_dim"), "output_dim", entry.name))
    of_cell = {"activation": "tanh"} if entry.kind in GATES else {}
    kept = {name: settings[name] for name in _SETTINGS[entry.kind] if name in settings}
    return Layer(
        entry.name, entry.kind, **{"units": 0, **of_cell, **kept, **({"activation": "linear"} if softmax else {})}
    )


def _input_shape(entries: Sequence[Entry], config: Settings) -> list[Any]:
    """Return what the network reads at once: (batch, length) of codes or (batch, length, characters)."""
    first = entries[0].settings
    shapes = (first.get("batch_shape"), first.get("batch_input_shape"), config.get("build_input_shape"))
    shape = next((shape for shape in shapes if isinstance(shape, list)), None)
    if shape is None:
        raise ArchiveError("the network was never built: call it once, or train it, before it is saved", "never_built")
    if len(shape) not in (2, 3):
        raise ArchiveError(
            f"the network reads arrays of shape {tuple(shape)}: codes (batch, length) or one-hot characters "
            "(batch, length, characters) are needed",
            "no_chain",
        )
    return shape


def _window(entries: Sequence[Entry], shape: Sequence[Any]) -> int | None:
    """Return how many characters a network reads at once, if it predicts but the one after them."""
    recurrent = [entry for entry in entries if entry.kind in GATES]
    carried = any(_is_true(entry, "stateful") for entry in recurrent)
    if not recurrent or carried or shape[1] in (None, 1) or _is_true(recurrent[-1], "return_sequences"):
        return None
    return check_size(shape[1], "the length of the input")


def _characters(entries: Sequence[Entry], shape: Sequence[Any]) -> int:
    embedding = next((entry for entry in entries if entry.kind == "Embedding"), None)
    if embedding is not None:
        return check_size(embedding.settings.get("input_dim"), "input_dim", embedding.name)
    if len(shape) != 3:
        raise ArchiveError(
            "the network reads codes without an Embedding: one-hot characters or an Embedding are needed", "no_chain"
        )
    return check_size(shape[-1], "the last side of the input")
