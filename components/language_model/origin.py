"""Where a model's folder came from, which decides what mends it: shipped, trained here, or brought in."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from shlex import join, quote
from typing import Any, Literal

from components.language_model.recipe import SHIPPED_TEXT_SHA256, Recipe

Origin = Literal["shipped", "trained", "brought", "unknown", "made"]

TRAINING = "python -m components.language_model.training"
_ADOPT = "python -m components.language_model.adopt"


@dataclass(frozen=True)
class Mending:
    """What mends a file.

    Attributes
    ----------
    origin : {"shipped", "trained", "brought", "unknown", "made"}
        Where its folder came from; "made" where a command makes this file alone.
    command : str
        What brings it back; empty where nothing is known.
    source : str, optional
        The name of the file that the network was brought in from.
    """

    origin: Origin
    command: str
    source: str = ""

    def __str__(self) -> str:
        """Return it as the end of a sentence."""
        if not self.command:
            return "put back a copy, or remove the folder"
        form = {
            "trained": "make it again with `{command}`, and without what its run has kept remove the folder first",
            "brought": "it was brought in from {source}: remove the folder, and make it again with `{command}`",
        }.get(self.origin, "mend it with `{command}`")
        return form.format(source=self.source, command=self.command)


def mending(record: Any, name: str, path: str) -> Mending:
    """Return what makes a model's folder whole again, as far as its record says where it came from.

    Parameters
    ----------
    record : object
        The content of the folder's record, whatever it is.
    name : str
        The model's.
    path : str
        The folder's, as a command takes it.

    Examples
    --------
    >>> mending({"recipe": {"units": 64}, "corpus_sha256": "0"}, "mine", "model_weights/mine").command
    'python -m components.language_model.training --corpus FILE --units 64 --output model_weights/mine'
    >>> mending({"adopted": {"file": "my.keras"}}, "mine", "model_weights/mine").source
    'my.keras'
    """
    known = record if isinstance(record, Mapping) else {}
    adopted, recipe = known.get("adopted"), known.get("recipe")
    if isinstance(adopted, Mapping):
        source = str(adopted.get("file", "FILE"))
        return Mending("brought", f"{_ADOPT} {quote(source)} --characters FILE --name {quote(name)}", source)
    if isinstance(recipe, Mapping):
        return Mending("trained", f"{TRAINING} {join([*_options(known, recipe), '--output', path])}")
    return Mending("unknown", "")


def _options(record: Mapping[str, Any], recipe: Mapping[str, Any]) -> list[str]:
    """Return the options of a training, as far as they are not what is taken without them."""
    options = [] if record.get("corpus_sha256") == SHIPPED_TEXT_SHA256 else ["--corpus", "FILE"]
    options += ["--start-from", "MODEL"] if "started_from" in record else []
    return options + settings(recipe)


def settings(recipe: Mapping[str, Any]) -> list[str]:
    """Return the options of a training for a recipe's settings, as far as they are not the default ones.

    Examples
    --------
    >>> settings({"units": 64, "layers": 2})
    ['--units', '64']
    """
    options = list[str]()
    for setting in fields(Recipe):
        value = recipe.get(setting.name, setting.default)
        if type(value) in (int, float, str) and value != setting.default:
            options += [f"--{setting.name.replace('_', '-')}", str(value)]
    return options
