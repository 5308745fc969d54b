"""The page "Your own" in a browser: a text is learned, watched, stopped, looked at, downloaded, brought in twice.

And what a server was learning that is killed goes on.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from components.language_model import folder
from components.own import progress, store
from components.pages.visit import places
from components.words.en import ENGLISH as WORDS
from tests.serving import ROOT, Server, serving

TEXT = "The cat sat on the mat and the rat ran at the cat.\n" * 300
MINUTES = 5 * 60_000  # milliseconds that a busy machine may take to begin or to finish
CURVE = WORDS.own.losses.split("{")[0]  # the sentence beside the curve, which comes with it
TITLES = {
    places.EXPLORE: WORDS.frame.explore,
    places.PARTING: WORDS.parting.parting_title,
    places.SWEEP: WORDS.sweep.sweep_title,
    places.CALIBRATION: WORDS.calibration.calibration_title,
    places.IN_KERAS: WORDS.in_keras.in_keras,
}


@pytest.mark.long
def test_a_pasted_text_becomes_a_network_that_every_page_shows_and_adopt_takes(
    page: Page, server: Server, tmp_path: Path
) -> None:
    page.goto(f"{server.address}{places.OWN}")
    page.get_by_label(WORDS.own.text, exact=True).fill(TEXT)
    page.get_by_role("button", name=WORDS.own.start).click()
    texts = page.locator(".side_by_side section")
    expect(texts).to_have_count(4, timeout=MINUTES)
    first = texts.all_inner_texts()
    page.wait_for_function(
        "before => before.every((one, i) => document.querySelectorAll('.side_by_side section')[i].innerText !== one)",
        arg=first,
        timeout=MINUTES,
    )
    page.get_by_role("button", name=WORDS.own.stop).click()
    look = page.locator(".st-key-own-look")
    expect(look).to_be_visible(timeout=MINUTES)
    with page.expect_download() as download:
        page.get_by_role("button", name=WORDS.own.download).click()
    brought = tmp_path / download.value.suggested_filename
    download.value.save_as(brought)
    link = page.url
    for path, title in TITLES.items():
        look.get_by_role("button", name=title, exact=True).click()
        address = "" if path == places.EXPLORE else path  # the first page has none
        page.wait_for_url(re.compile(rf"/{address}\?(.*&)?model=own-[0-9a-f]{{32}}"))
        expect(page.locator("h1")).to_be_visible()
        expect(page.get_by_test_id("stAlertContentError")).to_have_count(0)
        page.goto(link)
        expect(look).to_be_visible()
    _assert_adopted(brought, tmp_path)
    page.get_by_role("button", name=WORDS.own.delete).click()
    expect(page.get_by_text(WORDS.own.deleted)).to_be_visible(timeout=MINUTES)
    page.get_by_text(WORDS.own.bring).click()
    page.locator(".stForm input[type=file]").set_input_files(brought)
    page.get_by_role("button", name=WORDS.own.bring_start).click()
    expect(look).to_be_visible(timeout=MINUTES)
    page.get_by_role("button", name=WORDS.own.delete).click()
    expect(page.get_by_text(WORDS.own.deleted)).to_be_visible(timeout=MINUTES)


@pytest.mark.long
def test_a_killed_server_loses_nothing_that_was_seen(page: Page, tmp_path: Path) -> None:
    environment = {**os.environ, store.VARIABLE: str(tmp_path)}
    with serving(environment=environment) as server:
        page.goto(f"{server.address}{places.OWN}")
        page.get_by_label(WORDS.own.text, exact=True).fill(TEXT)
        page.get_by_role("button", name=WORDS.own.start).click()
        expect(page.get_by_text(CURVE)).to_be_visible(timeout=MINUTES)
        link = page.url
        page.goto("about:blank")  # who looks does not keep it alive
        server.process.kill()
        server.process.wait()
    (path,) = (path for path in tmp_path.iterdir() if path.is_dir())
    seen = progress.read(path)
    assert seen is not None
    with serving(environment=environment, port=server.port):
        page.goto(link)
        expect(page.get_by_text(WORDS.own.resuming.split("{done}")[0])).to_be_visible(timeout=MINUTES)
        expect(page.locator(".side_by_side section")).to_have_count(4)
        page.get_by_role("button", name=WORDS.own.stop).click()
        expect(page.locator(".st-key-own-look")).to_be_visible(timeout=MINUTES)
        page.goto("about:blank")
    kept = progress.read(path)
    assert kept is not None
    assert list(kept.points[: len(seen.points)]) == list(seen.points)
    assert (path / store.NETWORK).is_dir()


def _assert_adopted(brought: Path, into: Path) -> None:
    """Check that the command of the README takes a download; it writes beside the models, so those are elsewhere."""
    script = (
        f"from pathlib import Path; from components.language_model import folder; folder.MODELS = Path({str(into)!r}); "
        "from components.language_model.adopt.__main__ import main; main()"
    )
    command = [sys.executable, "-c", script, str(brought), "--name", "mine"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert (into / "mine" / folder.NETWORK).is_file()
