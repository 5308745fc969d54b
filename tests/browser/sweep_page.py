"""The page "Sweep" as a visitor meets it: where its slider and its figures are."""

from playwright.sync_api import Page, expect

from components.presenting.sweep import MEASURES
from tests.browser.tabs import PATIENCE
from tests.serving import Service

FIGURES = "[data-testid=stVegaLiteChart]"
COUNT = len(MEASURES) + 4  # quality against diversity, along the text, and the two of the comparison
MAIN = ".st-key-trade-off-figure svg.marks"  # quality against diversity, the first of the figures
SLIDER = ".slider input[name=temperature]"
OUTPUT = ".slider output"
SEEN = ".st-key-sweep-seen p"  # the sentence on what is seen in the main figure
FINDINGS = ".st-key-findings > [data-testid=stLayoutWrapper]"


def open_sweep(page: Page, server: Service, query: str = "") -> Page:
    """Open the page on Shakespeare, and wait until all its figures are there; the network may still come."""
    page.goto(f"{server.address}sweep?model=shakespeare{query.replace('?', '&')}")
    expect(page.locator(f"{FIGURES} svg")).to_have_count(COUNT, timeout=PATIENCE)
    expect(page.locator(SLIDER)).to_be_visible()
    page.wait_for_timeout(500)
    return page
