"""The temperature that predicts best beside those that read well: for every network that is shipped."""

import pytest

from components.analysis import reference, sweep_results
from components.language_model import folder, recipe
from components.presenting import lesson


@pytest.mark.parametrize("name", recipe.SHIPPED)
def test_texts_that_spell_like_real_ones_do_not_loop(name: str) -> None:
    path = folder.MODELS / name
    sweep = sweep_results.load(path).value
    found = lesson.lesson(sweep, sweep_results.summary(sweep), reference.load(path).value, best=1.2)
    if name == "names":  # every name of the list is known, so that there is nothing to compare
        assert found is None
        return
    assert found is not None
    assert found.like >= 0.5
    hotter = [share for temperature, share in found.shares.items() if temperature > found.like + 0.11]
    assert all(share < found.real for share in hotter)
