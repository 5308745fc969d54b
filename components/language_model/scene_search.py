"""Making a model's first scene: a search for a prompt and a seed whose texts show what temperature does.

The same network, text and effort give the same scene. Prompts are ranked by what the network predicts after
them, which is cheap; then seeds are tried on the best of them, a short way first.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from components.language_model import scene_criteria
from components.language_model.batching import BATCH, Row
from components.language_model.sampling import Sampler
from components.language_model.scene import Scene, Setting, at_the_slider
from components.language_model.scene_criteria import APART, FULL, LEAST_LINES, PARTING, Effort, Findings
from components.language_model.scene_prompts import beginnings, excerpt_of
from components.language_model.text import Reading


@dataclass(frozen=True)
class _Prompt:
    text: str
    reading: Reading
    findings: Findings  # of its prediction alone


def make_scene(sampler: Sampler, setting: Setting, network_sha256: str) -> Scene:
    """Read a setting's prompt, and write its texts and those of the slider's own column.

    Where something is cut, they are written without the cut as well.

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
    every = replace(setting, temperatures=tuple(sorted({*at_the_slider(sampler.window), *setting.temperatures})))
    decodings = list(dict.fromkeys([*every.decodings, *every.uncut.decodings]))
    rows = [Row.at(decoding, setting.seed, setting.noise_start) for decoding in decodings]
    texts = [text.scored() for batch in sampler.sample_rows(reading, rows, setting.length) for text in batch]
    return Scene(setting, reading.logits, tuple(texts), network_sha256)


def findings_of(scene: Scene) -> Findings:
    """Return what a scene shows of what it is to show."""
    columns = [text.text for text in scene.samples(scene.setting.constant.decodings) or []]
    unfit = sum(scene_criteria.unfit_words(text.text) for text in scene.texts)
    return replace(_with_columns(scene_criteria.of_prediction(scene.logits), columns), unfit=unfit)


def _with_columns(findings: Findings, columns: Sequence[str]) -> Findings:
    return replace(
        findings,
        partings=scene_criteria.partings(columns),
        lines=min(map(scene_criteria.lines, columns), default=0),
        bare=sum(map(scene_criteria.bare, columns)),
    )


def search(
    sampler: Sampler,
    text: str | None,
    network_sha256: str,
    effort: Effort = FULL,
    report: Callable[[str], None] = print,
) -> Scene:
    """Search a first scene for a model.

    Parameters
    ----------
    sampler : Sampler
        The model.
    text : str or None
        A text whose beginning prompts are cut from; without one, or with one that is too short, they are cut
        from what the model writes itself at T = 0.5.
    network_sha256 : str
        Of the model's weights, to be kept in the scene.
    effort : Effort, optional
        How long to search.
    report : callable, optional
        Is told how far the search has come, line by line.

    Returns
    -------
    Scene
        Of all that were tried, the one with the least `scene_criteria.Findings.shortfall`.
    """
    prompts = _prompts(sampler, text, effort.prompts)
    best = make_scene(sampler, Setting(prompts[0].text), network_sha256)
    least = findings_of(best).shortfall
    for seeds in effort.seeds():
        for prompt in prompts:
            for setting in _promising(sampler, prompt, seeds, least):
                scene = make_scene(sampler, setting, network_sha256)
                shortfall = findings_of(scene).shortfall
                if shortfall < least:
                    best, least = scene, shortfall
                if least == 0:
                    return best
        report(
            f"{len(prompts)} prompts, seeds to {seeds[-1]}: {best.setting.prompt!r} with seed {best.setting.seed} "
            f"is {least:.3f} from what is wanted"
        )
    return best


def _promising(sampler: Sampler, prompt: _Prompt, seeds: Sequence[int], least: float) -> Iterator[Setting]:
    """Find the seeds with which a prompt could come nearer than `least` to what is wanted."""
    default = Setting(prompt.text)
    temperatures = default.temperatures
    ends = _columns(sampler, prompt, (temperatures[0], temperatures[-1]), seeds, PARTING[0])
    shared = {seed: _agreement(columns) for seed, columns in ends.items()}
    # Where the coolest and the warmest part, or before, two neighbours do; no others can be known to fall short.
    others = (PARTING[0] + APART, PARTING[0] + 2 * APART)
    open_seeds = [seed for seed in seeds if _at_best(prompt, (shared[seed], *others)) < least]
    agreeing = sorted(open_seeds, key=lambda seed: -shared[seed])[: BATCH // len(temperatures)]
    for seed, columns in _columns(sampler, prompt, temperatures, agreeing, PARTING[-1] + 1).items():
        if _at_best(prompt, scene_criteria.partings(columns)) >= least:
            continue
        whole = [text.text for text in sampler.sample(prompt.reading, temperatures, default.length, seed)]
        if _with_columns(prompt.findings, whole).shortfall < least:
            yield replace(default, seed=seed)


def _at_best(prompt: _Prompt, partings: Sequence[int | None]) -> float:
    """Return the least shortfall that texts can have which part at these places."""
    return replace(prompt.findings, partings=tuple(partings), lines=LEAST_LINES).shortfall


def _agreement(columns: Sequence[str]) -> int:
    (place,) = scene_criteria.partings(columns)
    return len(columns[0]) if place is None else place


def _columns(
    sampler: Sampler, prompt: _Prompt, temperatures: Sequence[float], seeds: Sequence[int], length: int
) -> dict[int, list[str]]:
    """Write short texts, for every seed one per temperature."""
    rows = [Row.at(temperature, seed) for seed in seeds for temperature in temperatures]
    columns: dict[int, list[str]] = {seed: [] for seed in seeds}
    texts = (drawn.text for batch in sampler.sample_rows(prompt.reading, rows, length) for drawn in batch)
    for row, text in zip(rows, texts, strict=True):
        columns[row.seed].append(text)
    return columns


def _prompts(sampler: Sampler, text: str | None, count: int) -> list[_Prompt]:
    """Find the prompts whose predictions are nearest to what is wanted, of equals the first in the text."""
    found = [
        (beginning.prompt, scene_criteria.of_prediction(beginning.logits))
        for beginning in beginnings(sampler, excerpt_of(sampler, text))
    ]
    ranked = sorted(found, key=lambda entry: entry[1].shortfall)
    distinct = list(dict.fromkeys(prompt for prompt, _ in ranked))[:count]
    readings = [sampler.read(prompt) for prompt in distinct]
    return [
        _Prompt(prompt, reading, scene_criteria.of_prediction(reading.logits))
        for prompt, reading in zip(distinct, readings, strict=True)
    ]
