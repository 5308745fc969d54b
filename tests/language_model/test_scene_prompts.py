"""Prompts from a network's own text: whole in a page's field, and examples that show what they say."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import softmax
from scipy.stats import entropy

from components.language_model import folder
from components.language_model.recipe import SHIPPED
from components.language_model.sampling import Sampler
from components.language_model.scene import ExampleKind, Scene
from components.language_model.scene_criteria import room
from components.language_model.scene_prompts import LENGTHS, beginnings, ends, examples, starts
from tests.conftest import TEXT

LONG_TEXT = TEXT * 4
POEM = "床前明月光，疑是地上霜。\n舉頭望明月，低頭思故鄉。\n\n"


@given(st.text(st.sampled_from("ab明月 \n，"), min_size=100, max_size=300))
def test_a_prompt_is_whole_in_the_field_whatever_room_its_characters_take(text: str) -> None:
    for start in starts(text):
        for end in ends(text, start):
            assert sum(map(room, text[start:end])) in LENGTHS


def test_prompts_of_poems_are_half_as_long() -> None:
    longest = max(end - start for start in starts(POEM * 20) for end in ends(POEM * 20, start))
    assert longest == LENGTHS[-1] // 2 + 1  # with two line breaks, which take the room of one


def test_the_logits_of_a_prompt_are_those_of_what_comes_after_it(sampler: Sampler) -> None:
    found = list(beginnings(sampler, LONG_TEXT))
    for beginning in found[:: len(found) // 7]:
        np.testing.assert_allclose(beginning.logits, sampler.read(beginning.prompt).logits, atol=1e-5)


@pytest.mark.parametrize("text", [LONG_TEXT, None])
def test_examples_are_from_the_text_and_show_what_they_say(sampler: Sampler, text: str | None) -> None:
    prompts = {example.kind: example.prompt for example in examples(sampler, text)}
    assert set(prompts) == set(ExampleKind)
    if text:
        assert all(prompt in text for prompt in prompts.values())
    uncertain = {kind: entropy(softmax(sampler.read(prompt).logits)) for kind, prompt in prompts.items()}
    assert uncertain[ExampleKind.SURE] <= min(uncertain.values()) + 1e-4
    assert uncertain[ExampleKind.OPEN] >= max(uncertain.values()) - 1e-4
    second = {kind: np.sort(softmax(sampler.read(prompt).logits))[-2] for kind, prompt in prompts.items()}
    assert max(second, key=second.__getitem__) is ExampleKind.TWO
    assert prompts[ExampleKind.LINE].endswith("\n")


@pytest.mark.parametrize("model", SHIPPED)
def test_every_shipped_network_has_its_examples(model: str) -> None:
    kinds = [example.kind for example in Scene.load(folder.MODELS / model).examples]
    assert kinds == list(ExampleKind)
