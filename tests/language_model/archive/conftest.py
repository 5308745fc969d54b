"""What the tests of archives share: a small network that was saved as it should be."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a network's file that is as it should be; not to be changed."""
    from components.language_model.archive import process
    from tests.language_model.archive.saving import SIZE, L, of_codes

    path = tmp_path_factory.mktemp("whole") / "their.keras"
    of_codes(L.LSTM(6, return_sequences=True, name="lstm"), L.Dense(SIZE)).save(path)
    process.read(path)
    return path
