"""What a visitor sees and does, whatever the browser: the few calls that the tests for all three engines use."""

import time
from abc import ABC, abstractmethod
from typing import Any, Literal

Step = (
    tuple[Literal["move"], float, float] | tuple[Literal["down"]] | tuple[Literal["up"]] | tuple[Literal["rest"], int]
)
Pointer = Literal["mouse", "touch"]

PATIENCE = 180  # seconds: slow machines are patient, not wrong
KEYS = {
    "ArrowLeft": "\ue012",
    "ArrowRight": "\ue014",
    "End": "\ue010",
    "Enter": "\ue007",
    "Tab": "\ue004",
}  # WebDriver's

# After several quick steps back Streamlit's front end may miss a message of its own cache, and connects anew.
KNOWN_COMPLAINTS = ("Cached ForwardMsg MISS", "when disconnected from server")


class Visitor(ABC):
    """One window with one page in it; what is asked of it is said in JavaScript, as to Playwright's pages."""

    @abstractmethod
    def goto(self, address: str) -> None:
        """Open an address and wait for its document."""

    @abstractmethod
    def go_back(self) -> None:
        """Take one step back, as the browser's own button does."""

    @abstractmethod
    def go_forward(self) -> None:
        """Take one step forward."""

    @abstractmethod
    def evaluate(self, expression: str, argument: Any = None) -> Any:
        """Return what an expression is, or what a function of the argument returns; its promise is awaited."""

    @abstractmethod
    def act(self, pointer: Pointer, *steps: Step) -> None:
        """Move the mouse or a finger: to pixels of the window, down, up, or wait for some milliseconds."""

    @abstractmethod
    def press(self, *keys: str) -> None:
        """Press and release keys, one after the other: a character, or a name in `KEYS`."""

    @abstractmethod
    def resize(self, width: int, height: int) -> None:
        """Make what shows the page so many pixels wide and high."""

    @property
    def url(self) -> str:
        """The address, as the page has it now."""
        return str(self.evaluate("location.href"))

    def eval_on_selector_all(self, selector: str, expression: str) -> Any:
        """Return what a function of all elements that a selector finds returns."""
        return self.evaluate(f"(selector) => ({expression})([...document.querySelectorAll(selector)])", selector)

    def wait_for_timeout(self, milliseconds: float) -> None:
        """Let some time pass."""
        time.sleep(milliseconds / 1000)

    def wait_for(self, expression: str, argument: Any = None) -> Any:
        """Wait until something is true, and return it.

        Raises
        ------
        AssertionError
            If it stays false for as long as the patience lasts.
        """
        last = time.monotonic() + PATIENCE
        while time.monotonic() < last:
            if value := self.evaluate(expression, argument):
                return value
            time.sleep(0.1)
        raise AssertionError(f"this stayed false: {expression} of {argument!r}")

    def click(self, selector: str, index: int = 0) -> None:
        """Click the middle of an element, which is scrolled to if it has to be."""
        x, y = self.wait_for(
            """([selector, index]) => {
              const element = document.querySelectorAll(selector)[index];
              element?.scrollIntoView({block: "nearest", behavior: "instant"});
              const box = element?.getBoundingClientRect();
              return box?.width && [box.left + box.width / 2, box.top + box.height / 2];
            }""",
            [selector, index],
        )
        self.act("mouse", ("move", x, y), ("down",), ("up",))


def call(expression: str) -> str:
    """Return the declaration of a function of one argument that an expression is, or whose value it is.

    Examples
    --------
    >>> call("1 + 1")
    '(argument) => { const value = (1 + 1); return typeof value === "function" ? value(argument) : value; }'
    """
    return (
        f"(argument) => {{ const value = ({expression}); "
        'return typeof value === "function" ? value(argument) : value; }'
    )


def pointer_actions(pointer: Pointer, steps: tuple[Step, ...]) -> list[dict[str, Any]]:
    """Return steps as WebDriver's source of actions, which its two protocols share."""
    actions: list[dict[str, Any]] = []
    for step in steps:
        if step[0] == "move":
            actions.append({"type": "pointerMove", "x": round(step[1]), "y": round(step[2]), "duration": 0})
        elif step[0] == "rest":
            actions.append({"type": "pause", "duration": step[1]})
        else:
            actions.append({"type": f"pointer{step[0].title()}", "button": 0})
    return [{"type": "pointer", "id": pointer, "parameters": {"pointerType": pointer}, "actions": actions}]


def key_actions(keys: tuple[str, ...]) -> list[dict[str, Any]]:
    """Return keys as WebDriver's source of actions."""
    values = [KEYS.get(key, key) for key in keys]
    actions = [{"type": kind, "value": value} for value in values for kind in ("keyDown", "keyUp")]
    return [{"type": "key", "id": "keys", "actions": actions}]
