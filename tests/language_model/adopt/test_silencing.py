"""A network without codes that stand for no character predicts what the whole predicts, these being impossible."""

import keras
import numpy as np
import pytest

from components.language_model.adopt.silencing import without
from components.language_model.archive.chain import Chain, Layer
from components.language_model.rebuilding import rebuilt

UNITS = 6


def _chain(*, embedded: bool, skips_zero: bool = False) -> Chain:
    first = (Layer("embed", "Embedding", 4),) if embedded else ()
    layers = (*first, Layer("gru", "GRU", UNITS, activation="tanh"), Layer("head", "Dense", 7))
    return Chain(7, layers, softmax=False, skips_zero=skips_zero)


@pytest.mark.parametrize("codes", [(0,), (0, 1), (3,), (6, 2)])
@pytest.mark.parametrize("embedded", [True, False])
def test_what_is_left_predicts_as_if_the_others_were_impossible(codes: tuple[int, ...], embedded: bool) -> None:
    random, chain = np.random.default_rng(1), _chain(embedded=embedded)
    arrays = [random.normal(size=shape).astype(np.float32) for of_layer in chain.shapes for shape in of_layer]
    kept = [code for code in range(7) if code not in codes]
    text = random.integers(0, len(kept), 20)
    whole, left = rebuilt(chain, arrays), rebuilt(*without(chain, arrays, codes))

    def given(read: np.ndarray, size: int) -> np.ndarray:
        return read[None] if embedded else np.eye(size, dtype=np.float32)[read][None]

    expected = np.array(whole(given(np.array(kept)[text], 7)))
    expected[..., list(codes)] = -np.inf
    expected = np.array(keras.ops.softmax(expected))[..., kept]
    seen = keras.ops.softmax(left(given(text, len(kept))))
    np.testing.assert_allclose(seen, expected, atol=1e-6)


def test_code_0_is_skipped_only_if_it_is_still_there() -> None:
    chain = _chain(embedded=True, skips_zero=True)
    arrays = [np.zeros(shape, np.float32) for of_layer in chain.shapes for shape in of_layer]
    assert without(chain, arrays, (3,))[0].skips_zero
    assert not without(chain, arrays, (0,))[0].skips_zero


def test_a_single_layer_loses_rows_and_columns() -> None:
    chain = Chain(3, (Layer("head", "Dense", 3),), softmax=True)
    left, arrays = without(chain, [np.arange(9, dtype=np.float32).reshape(3, 3), np.arange(3, dtype=np.float32)], (1,))
    assert left.characters == 2
    assert [array.tolist() for array in arrays] == [[[0, 2], [6, 8]], [0, 2]]
