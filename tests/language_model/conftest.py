"""What tests of what people bring share."""

from typing import TYPE_CHECKING

import pytest

from tests.conftest import TEXT

if TYPE_CHECKING:
    from tests.language_model.their_code import Tutorial


@pytest.fixture(scope="session")
def tutorial(tmp_path_factory: pytest.TempPathFactory) -> "Tutorial":
    """Return what TensorFlow's tutorial leaves, run on a small text; not to be changed."""
    from tests.language_model.their_code import tensorflow_tutorial

    return tensorflow_tutorial(TEXT * 20, tmp_path_factory.mktemp("tutorial"))
