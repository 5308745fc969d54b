"""The connection: once it was lost and is back the page is run by itself, and says so until that run has ended."""

import time

from components.pages.parts.component import component
from components.words import Words


def show(words: Words) -> None:
    """Look after the connection of a page."""
    component("connection")(
        key="connection",
        data={
            "coming_back": words.frame.coming_back,
            "over": words.frame.connection_over,
            "run": time.time(),  # another at every run
        },
        on_reconnected_change=lambda: None,  # what was moved while the server was away is kept by the run itself
    )
