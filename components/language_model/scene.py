"""The first scene: what the page shows before the model is loaded. Needs no Keras.

It is made when the weights are made and stored beside them, so that a visitor sees a figure and
samples at once.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from components.language_model import checksums
from components.language_model.content import listed, numbers, parse, read
from components.language_model.folder import SCENE, reading, vocabulary
from components.language_model.sample import Sample
from components.language_model.vocabulary import Vocabulary
from components.temperature import NO_CUT, Decoding
from components.temperature.scale import COARSE, HIGHEST, LOWEST, TEMPERATURES
from components.temperature.schedule import Schedule, Temperature, starts_word, temperature_at

# What a page's fields can hold.
SEEDS = range(1_000_000)
LENGTHS = range(50, 1001, 50)
TEXTS = 8  # side by side

_LARGEST = 1e30  # of a stored number: far inside of what float32 holds
_DECIMALS = 3  # of a log-probability in the file, in nats
_CUT = tuple(field.name for field in fields(Decoding) if field.name != "temperature")


@dataclass(frozen=True)
class Setting:
    """What a page shows: the text so far, and what is to be written after it.

    The defaults are the first sight of the page. The temperatures are the "diversities" of Keras's
    own text generation example.

    Attributes
    ----------
    prompt : str
        The text so far.
    temperatures : tuple of float
        Those whose texts stand side by side.
    length : int
        Characters a text.
    seed : int
        Of the noise, the same for all texts.
    noise_start : int
        The step whose noise picks the first character: how many characters at the end of the prompt
        were taken from the network, since the prompt that was typed.
    cut : Decoding
        What is cut beside each of the temperatures; its own does not matter.
    schedule : Ramp, WordPlace or None
        That of one more text, whose temperature changes along it; a ramp says by itself how long it is, so that a
        longer text begins with the shorter one.
    """

    prompt: str = "All:\nAgainst him first: he's a very dog to the c"
    temperatures: tuple[float, ...] = (0.2, 0.5, 1.0, 1.2)
    length: int = 400
    seed: int = 12
    noise_start: int = 0
    cut: Decoding = NO_CUT
    schedule: Schedule | None = None

    @property
    def decodings(self) -> tuple[Decoding, ...]:
        """How the characters of each text are picked: one per temperature, and last the schedule, if there is one."""
        every: tuple[Temperature, ...] = (
            self.temperatures if self.schedule is None else (*self.temperatures, self.schedule)
        )
        return tuple(replace(self.cut, temperature=temperature) for temperature in every)

    @property
    def next_temperature(self) -> float | None:
        """The temperature at which the schedule's text picks its first character; None without a schedule."""
        if self.schedule is None:
            return None
        return temperature_at(self.schedule, self.noise_start, word_start=starts_word(self.prompt[-1:]))

    @property
    def constant(self) -> "Setting":
        """The setting of the texts of one temperature each."""
        return replace(self, schedule=None)

    @property
    def scheduled(self) -> "Setting":
        """The setting of the schedule's text alone."""
        return replace(self, temperatures=())

    @property
    def uncut(self) -> "Setting":
        """The setting of the same texts, with the same luck, where nothing is cut."""
        return replace(self, cut=NO_CUT)


def opening_without_scene(vocabulary: Vocabulary) -> Setting:
    r"""Return what a page opens on where no scene is stored: a line break, or the first of the characters.

    Examples
    --------
    >>> opening_without_scene(Vocabulary.of("ab\n")).prompt, opening_without_scene(Vocabulary.of("ab")).prompt
    ('\n', 'a')
    """
    return Setting(vocabulary.first_of("\n"), seed=1)


def at_the_slider(window: int | None) -> tuple[float, ...]:
    """Return the temperatures that the slider's own column is written at, in rising order.

    A network that reads a window anew for every character takes too long for all that the slider can stand at.

    Parameters
    ----------
    window : int or None
        How many characters the network reads for each that it writes; None where it carries its state.

    Examples
    --------
    >>> len(at_the_slider(None)), len(at_the_slider(40)), at_the_slider(40)[:3]
    (61, 13, (0.0, 0.25, 0.5))
    """
    return TEMPERATURES if window is None else COARSE


# What a link that names no version leaves out: the first scene of that time.
BEFORE_VERSIONS = Setting("First Citizen:\nBefore we proceed any further, hear me s", seed=1)


class ExampleKind(StrEnum):
    """What comes after an example: nearly certain, one of two, almost anything, a new line."""

    SURE = "sure"
    TWO = "two"
    OPEN = "open"
    LINE = "line"


@dataclass(frozen=True)
class Example:
    """A prompt to try, and why."""

    kind: ExampleKind
    prompt: str


@dataclass(frozen=True)
class Scene:
    """A setting, with the logits of its next character and its texts.

    Attributes
    ----------
    setting : Setting
        What the texts were written with.
    logits : ndarray of float32, shape (characters,)
        Scores of the character after the prompt in nats, in the vocabulary's order.
    texts : tuple of Sample
        One per decoding: of the setting's temperatures and those of `at_the_slider`, in rising order, then of its
        schedule; and where something is cut, all of them without the cut as well.
    network_sha256 : str
        The SHA-256 of the weights that wrote them; empty where a file does not say.
    examples : tuple of Example
        Prompts to try, from the network's own text; none where a file has none.
    """

    setting: Setting
    logits: NDArray[np.float32]
    texts: tuple[Sample, ...]
    network_sha256: str = ""
    examples: tuple[Example, ...] = ()

    def sample(self, decoding: Decoding | Temperature) -> Sample | None:
        """Return the text of a decoding, or of a temperature with nothing cut; None if it is not stored."""
        return next((text for text in self.texts if text.decoding == Decoding.of(decoding)), None)

    def samples(self, decodings: Sequence[Decoding | Temperature]) -> list[Sample] | None:
        """Return the texts of some decodings in the order given, or None if one is not stored."""
        texts = [self.sample(decoding) for decoding in decodings]
        stored = [text for text in texts if text is not None]
        return stored if len(stored) == len(texts) else None

    def save(self, path: Path) -> None:
        """Write the scene as JSON; log-probabilities keep three decimals."""
        content = {
            "network_sha256": self.network_sha256,
            "setting": asdict(self.setting),
            "examples": [asdict(example) for example in self.examples],
            "logits": [float(logit) for logit in self.logits],
            "samples": [
                {
                    "text": text.text,
                    **_entry(text.decoding),
                    "base_log_probabilities": _rounded(text.base_log_probabilities),
                    "tempered_log_probabilities": _rounded(text.tempered_log_probabilities),
                }
                for text in self.texts
            ],
        }
        checksums.write(path, json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n")

    @classmethod
    def load(cls, folder: Path) -> "Scene":
        """Read the scene of a model.

        Raises
        ------
        ModelError
            If the file is missing or damaged.
        """
        with reading(folder, SCENE) as path:
            scene = _scene(read(path))
            known = vocabulary(folder)
            if scene.logits.shape != (len(known),):
                raise ValueError(f"a scene has a logit for each of {len(known)} characters, got {len(scene.logits)}")
            texts = [*(sample.text for sample in scene.texts), *(example.prompt for example in scene.examples)]
            known.encode("".join(set(scene.setting.prompt).union(*texts)))
            return scene


def _scene(content: Any) -> Scene:
    return Scene(
        _checked(parse(Setting, content["setting"], "setting")),
        numbers(content["logits"], "logits", -_LARGEST, _LARGEST).astype(np.float32),
        tuple(_sample(entry, f"samples[{index}]") for index, entry in enumerate(listed(content["samples"], "samples"))),
        parse(str, content.get("network_sha256", ""), "network_sha256"),
        parse(tuple[Example, ...], content.get("examples", []), "examples"),
    )


def _checked(setting: Setting) -> Setting:
    """Return a setting if a page can show it."""
    several = setting.temperatures
    if len(several) > TEXTS or not all(LOWEST <= temperature <= HIGHEST for temperature in several):
        raise ValueError(f"a scene has up to {TEXTS} temperatures from {LOWEST:g} to {HIGHEST:g}, got {several}")
    if len(set(several)) < len(several):
        raise ValueError(f"a scene has each temperature once, got {several}")
    if not setting.prompt or not 0 <= setting.noise_start <= len(setting.prompt):
        raise ValueError(f"a prompt of {len(setting.prompt)} characters cannot have {setting.noise_start} new ones")
    if setting.seed not in SEEDS or not LENGTHS[0] <= setting.length <= LENGTHS[-1]:
        raise ValueError(f"a page shows no {setting.length} characters of seed {setting.seed}")
    return setting


def _entry(decoding: Decoding) -> dict[str, Any]:
    """Return a decoding as a file has it: its temperature, or its schedule, and what is cut."""
    of_cut = {name: value for name in _CUT if (value := getattr(decoding, name)) != getattr(NO_CUT, name)}
    return {"temperature": asdict(decoding)["temperature"], **of_cut}


def _rounded(log_probabilities: NDArray[np.float64]) -> list[float]:
    rounded: list[float] = (log_probabilities.round(_DECIMALS) + 0.0).tolist()  # -0.0 takes a sign more than 0.0
    return rounded


def _sample(entry: Any, place: str) -> Sample:
    base, tempered = (
        numbers(entry[name], f"{place}.{name}", -_LARGEST, 0)
        for name in ("base_log_probabilities", "tempered_log_probabilities")
    )
    text = parse(str, entry["text"], f"{place}.text")
    if {len(base), len(tempered)} != {len(text)}:
        raise ValueError(f"{place} has {len(base)} and {len(tempered)} log-probabilities for {len(text)} characters")
    return Sample(text, parse(Decoding, entry, place), base, tempered)
