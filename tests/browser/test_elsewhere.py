"""The page on computers that are not like this one."""

import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from components.words.languages import LANGUAGES
from tests.browser import first_page
from tests.browser.tabs import PATIENCE
from tests.serving import APP, ROOT, Server, serving

pytestmark = pytest.mark.long

FILES = 256  # that a process may have open, as on a Mac
POOR = f"""
import os, signal, sys
for module, names in ((os, ["setpriority", "getpriority", "sched_getaffinity"]), (signal, ["SIGHUP", "SIGUSR1"])):
    for name in names:
        delattr(module, name)
os.cpu_count = lambda: 1
import resource
resource.setrlimit(resource.RLIMIT_NOFILE, ({FILES}, {FILES}))

def refuse_writing(event, arguments):  # also where the tests run as root, who may write anywhere
    if event == "open" and str(arguments[0]).startswith(os.environ["READ_ONLY"]):
        if arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            raise PermissionError(arguments[0])

sys.addaudithook(refuse_writing)
"""
BROKEN = 'raise ImportError("DLL load failed while importing _pywrap_tensorflow_internal (C:\\\\Anna\\\\x.pyd)")\n'
WORDS = LANGUAGES["en"]


def surroundings(startup: Path, **further: str) -> dict[str, str]:
    """Return what a process knows that is given a folder of modules to import first."""
    kept = {name: os.environ[name] for name in ("PATH", "VIRTUAL_ENV") if name in os.environ}
    return {**kept, "PYTHONPATH": str(startup), "TF_CPP_MIN_LOG_LEVEL": "3", **further}


def project_in(place: Path) -> Path:
    """Return a copy of the project, which nobody may write to."""
    for name in ("app.py", ".streamlit", "components", "model_weights"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, place / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            place.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, place / name)
    for path in place.rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    return place / "app.py"


def test_odd_paths_no_home_few_files_one_core_and_none_of_what_linux_alone_has(
    browser: Browser, page: Page, tmp_path: Path
) -> None:
    (tmp_path / "startup").mkdir()
    (tmp_path / "startup" / "sitecustomize.py").write_text(POOR, "utf-8")
    script = project_in(tmp_path / "a class 好")
    environment = surroundings(tmp_path / "startup", LANG="C", READ_ONLY=str(script.parent))
    with serving(script, base="school/heat/", environment=environment) as server:
        slider = first_page.open_page(page, server)
        expect(slider).to_be_visible()
        before = page.locator(first_page.OWN).text_content()
        page.get_by_role("button", name=WORDS.explore.another_seed).click()  # only the network can answer
        expect(page.locator(first_page.OWN)).not_to_have_text(str(before), timeout=PATIENCE)
        assert page.url.startswith(server.address)
        page.goto("about:blank")  # it would ask for the server that ends here


@pytest.fixture(scope="module")
def without_tensorflow(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> object:
    startup = tmp_path_factory.mktemp("startup")
    (startup / "tensorflow").mkdir()
    (startup / "tensorflow" / "__init__.py").write_text(BROKEN, "utf-8")
    with serving(APP, environment=surroundings(startup, HOME=str(startup))) as server:
        yield server


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_tensorflow_does_not_start_slider_bars_and_texts_go_on(
    page: Page, without_tensorflow: Server, language: str
) -> None:
    words = LANGUAGES[language]
    page.goto(f"{without_tensorflow.address}?lang={language}")
    page.locator(first_page.SLIDER).wait_for()
    expect(page.get_by_text(words.frame.remedy_install)).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_test_id("stMain")).not_to_contain_text("Anna")
    first_page.rest(page)
    before = page.locator(first_page.READOUT).all_text_contents()
    first_page.put_at(page, 0.3)
    expect(page.locator(f"{first_page.OWN} .c").first).to_be_visible()
    assert page.locator(first_page.READOUT).all_text_contents() != before
    assert page.locator(first_page.FIXED).count() == 4


@pytest.mark.parametrize("address", ["why-they-part", "sweep", "calibration", "in-keras"])
def test_where_tensorflow_does_not_start_no_page_breaks(page: Page, without_tensorflow: Server, address: str) -> None:
    page.goto(without_tensorflow.address + address)
    expect(page.get_by_text(WORDS.frame.remedy_install)).to_be_visible(timeout=PATIENCE)
    faults = page.get_by_text(WORDS.frame.fault.split("{mark}")[0])
    expect(faults).to_have_count(0)
    if address in {"sweep", "calibration"}:  # what was measured is stored
        page.locator("svg.marks").first.wait_for()


def test_numbers_of_ones_own_need_no_tensorflow(page: Page, without_tensorflow: Server) -> None:
    page.goto(without_tensorflow.address + "your-numbers")
    page.locator("svg.marks").first.wait_for()
    expect(page.get_by_text(WORDS.frame.remedy_install)).to_have_count(0)
