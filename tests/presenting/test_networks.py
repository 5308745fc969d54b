"""What a page calls a network."""

import pytest

from components.language_model.recipe import SHIPPED
from components.presenting import networks
from components.words.languages import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SHIPPED)
def test_of_a_network_that_came_with_the_page_it_is_known_what_it_has_read(name: str, language: str) -> None:
    words = LANGUAGES[language]
    assert name in dict(words.frame.readers)
    assert networks.reader(name, words) != networks.reader("mine", words)
    assert networks.label(name, words) != name


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_of_others_is_shown_as_it_is(language: str) -> None:
    said = networks.reader("my_own_*net*", LANGUAGES[language])
    assert r"my\_own\_\*net\*" in said
    assert networks.label("my_own_*net*", LANGUAGES[language]) == "my_own_*net*"
