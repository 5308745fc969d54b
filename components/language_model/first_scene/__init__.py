"""Make a model's first scene: what its page shows before the network is loaded.

``python -m components.language_model.first_scene`` searches a prompt and a seed (see `scene_search`), writes
`scene.json` beside the weights, and prints what is met of what was wanted. The same command writes the same file.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from components.language_model import durable, folder
from components.language_model.scene_criteria import Effort

_ROOM = 2_000_000  # bytes


def write(model: Path, text: str | None, effort: Effort, report: Callable[[str], None] = print) -> Path:
    """Search a model's first scene and keep it beside its weights.

    Parameters
    ----------
    model : Path
        The model's folder.
    text : str or None
        A text whose beginning prompts are cut from; without one, they are cut from the model's own writing.
    effort : Effort
        How long to search.
    report : callable, optional
        Is told what is tried, and at the end what is met, line by line.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    ModelError
        If the model cannot be read.
    RoomError
        If there is no room for the file.
    """
    file = model / folder.SCENE
    with durable.reserving(file, _ROOM):
        # Here and not above: what is wrong with a command is told without waiting for Keras.
        from components.language_model.loading import load
        from components.language_model.scene_prompts import examples
        from components.language_model.scene_search import findings_of, search

        sampler, weights = load(model).sampler, folder.record(model)["network_sha256"]
        scene = search(sampler, text, weights, effort, report)
        report(f"{folder.name_of(model)}: {scene.setting.prompt!r}, seed {scene.setting.seed}")
        for line in findings_of(scene).report():
            report(f"  {line}")
        replace(scene, examples=examples(sampler, text)).save(file)
    return file
