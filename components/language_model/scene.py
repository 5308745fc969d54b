"""The first scene: what the page shows before the model is loaded. Needs no Keras.

It is made when the weights are made and stored beside them, so that a visitor sees a figure and
samples at once.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from components.language_model.folder import SCENE, ModelError, vocabulary
from components.language_model.sample import Sample

ROWS = 8  # one size for all batches that a page shows: the same row gives the same text, bit for bit


@dataclass(frozen=True)
class Setting:
    """What a page shows: the text so far, and what is to be written after it.

    The defaults are the first sight of the page. The temperatures are the "diversities" of Keras's
    own text generation example.
    """

    prompt: str = "First Citizen:\nBefore we proceed any further, hear me s"
    temperatures: tuple[float, ...] = (0.2, 0.5, 1.0, 1.2)
    length: int = 400
    seed: int = 1


@dataclass(frozen=True)
class Scene:
    """A setting, with the logits of its next character and its samples.

    Attributes
    ----------
    setting : Setting
        What was asked for.
    logits : ndarray of float32, shape (characters,)
        Scores of the character after the prompt, in the vocabulary's order.
    samples : tuple of Sample
        One a temperature.
    """

    setting: Setting
    logits: NDArray[np.float32]
    samples: tuple[Sample, ...]

    def save(self, path: Path) -> None:
        """Write the scene as JSON; the figures of the samples keep four decimals."""
        content = {
            "setting": asdict(self.setting),
            "logits": [float(logit) for logit in self.logits],
            "samples": [
                {
                    "text": sample.text,
                    "temperature": sample.temperature,
                    "base_log_probabilities": sample.base_log_probabilities.round(4).tolist(),
                    "tempered_log_probabilities": sample.tempered_log_probabilities.round(4).tolist(),
                }
                for sample in self.samples
            ],
        }
        path.write_text(json.dumps(content, ensure_ascii=False) + "\n", "utf-8")

    @classmethod
    def load(cls, folder: Path) -> "Scene":
        """Read the scene of a model.

        Raises
        ------
        ModelError
            If the file is missing or damaged.
        """
        try:
            content = json.loads((folder / SCENE).read_text("utf-8"))
            setting = content["setting"]
            scene = cls(
                Setting(**{**setting, "temperatures": tuple(setting["temperatures"])}),
                np.array(content["logits"], np.float32),
                tuple(_sample(entry) for entry in content["samples"]),
            )
            if scene.logits.shape != (len(vocabulary(folder)),):
                raise ValueError("a scene has one logit a character")
            return scene
        except FileNotFoundError as error:
            raise ModelError(folder, SCENE, "missing") from error
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ModelError(folder, SCENE, "damaged") from error


def _sample(entry: dict[str, Any]) -> Sample:
    return Sample(
        entry["text"],
        float(entry["temperature"]),
        np.array(entry["base_log_probabilities"], np.float64),
        np.array(entry["tempered_log_probabilities"], np.float64),
    )
