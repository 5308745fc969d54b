"""A figure on a page: its size of type is the theme's."""

import pytest
import streamlit as st

from components.charts.style import BASE_SIZE
from components.pages.parts import figure


@pytest.mark.parametrize(("option", "size"), [(None, BASE_SIZE), (20, 20)])
def test_the_size_of_type_is_the_themes(monkeypatch: pytest.MonkeyPatch, option: int | None, size: int) -> None:
    monkeypatch.setattr(st, "get_option", {"theme.baseFontSize": option}.get)
    assert figure.base_size() == size
