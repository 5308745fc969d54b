"""What `.deploy/serve` starts, says where it cannot, and ends."""

import runpy
import signal
import socket
import ssl
import subprocess
import sys
from http.client import HTTPSConnection
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

from tests.benchmarks.crowds import HELLO
from tests.replicas import PATIENCE, SERVE, free_ports, haproxy_required, serving_replicas
from tests.serving import page_of

pytestmark = pytest.mark.long


def served(*options: str) -> tuple[int, str]:
    """Return what a start that fails ends with, and the last line that it says."""
    command = [sys.executable, str(SERVE), *options]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
    return done.returncode, done.stderr.strip().splitlines()[-1]


def is_there(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--replicas", "0"], "'0' is no number of replicas: give 1 or more"),
        (["--replicas", "two"], "'two' is no number of replicas: give 1 or more"),
        (["--listen", "8501"], "'8501' is no address: give one such as 127.0.0.1:8501"),
        (["--listen", "127.0.0.1:80000"], "'127.0.0.1:80000' is no address: give one such as 127.0.0.1:8501"),
    ],
)
def test_a_wrong_option_is_named_with_its_value_and_the_remedy(options: list[str], sentence: str) -> None:
    code, said = served(*options)
    assert code == 2
    assert said.endswith(sentence)


@pytest.fixture
def serve() -> dict[str, Any]:
    """Return what the script defines."""
    return runpy.run_path(str(SERVE))


def test_it_says_that_the_balancer_is_not_installed(serve: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setitem(serve["haproxy"].__globals__, "SYSTEM", ())
    with pytest.raises(serve["UnableError"], match="HAProxy is not installed: run `apt install haproxy`"):
        serve["check"](serve["site_of"]([]))


def test_the_balancer_is_found_where_an_ordinary_user_does_not_look(
    serve: dict[str, Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "haproxy"
    program.touch(0o755)
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setitem(serve["haproxy"].__globals__, "SYSTEM", (str(tmp_path),))
    assert serve["haproxy"]() == str(program)


def test_who_serves_everybody_is_told_this_machines_name(serve: dict[str, Any]) -> None:
    site = serve["site_of"](["--listen", "0.0.0.0:8501", "--base", "/class/"])
    assert site.address == f"http://{socket.gethostname()}:8501/class/"


def test_a_port_that_is_taken_is_named() -> None:
    haproxy_required()
    port = free_ports(3)
    with socket.create_server(("127.0.0.1", port + 2)):
        code, said = served("--listen", f"127.0.0.1:{port}")
    assert code == 1
    assert said.startswith(f"127.0.0.1:{port + 2} cannot be used (")
    assert said.endswith("): choose another with --listen.")


def test_a_certificate_that_is_not_there_is_named(tmp_path: Path) -> None:
    haproxy_required()
    missing = tmp_path / "page.pem"
    assert served("--tls", str(missing))[1] == f"{missing} is no file: give --tls one with the certificate and its key."


def test_where_a_replica_cannot_start_nothing_stays_behind(tmp_path: Path) -> None:
    haproxy_required()
    port = free_ports(3)
    code, said = served("--listen", f"127.0.0.1:{port}", "--page", str(tmp_path / "no_page.py"))
    assert code == 1
    assert said == "replica1 ended with 2 before it answered: look above for why."
    for further in range(3):
        with socket.socket() as knock:
            assert knock.connect_ex(("127.0.0.1", port + further)) != 0


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_all_of_it_ends_together(how: signal.Signals) -> None:
    haproxy_required()
    with page_of(HELLO) as page, serving_replicas(page) as running:
        children = running.children()
        assert sorted(children) == ["balancer", "replica1", "replica2"]
        folder = running.commands.parent
        running.process.send_signal(how)
        assert running.process.wait(PATIENCE) == 0
        assert not any(map(is_there, children.values()))
        assert not folder.exists()


def test_replicas_share_a_folder_whatever_proxy_there_is_and_are_restarted_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    haproxy_required()
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")  # the machine's for the web; nobody is there
    with page_of(HELLO) as page, serving_replicas(page, "--networks", str(tmp_path)) as running:
        before = running.children()
        for name, pid in before.items():
            surroundings = Path(f"/proc/{pid}/environ").read_text("utf-8").split("\0")
            assert f"OWN_NETWORKS={tmp_path}" in surroundings, name
        running.process.send_signal(signal.SIGHUP)
        assert running.process.stdout is not None
        assert running.process.stdout.readline() == "all replicas are new\n"
        after = running.children()
        assert after["balancer"] == before["balancer"]
        assert {before["replica1"], before["replica2"]}.isdisjoint(after.values())
        for name in ("replica1", "replica2"):
            running.wait_until(name, "UP")


def test_over_tls_the_cookies_are_kept_in_a_frame_of_another_site(tmp_path: Path) -> None:
    haproxy_required()
    certificate = tmp_path / "page.pem"
    asked = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -keyout - -out -".split()
    certificate.write_bytes(subprocess.run(asked, capture_output=True, check=True).stdout)
    with page_of(HELLO) as page, serving_replicas(page, "--tls", str(certificate)) as running:
        trusting = ssl.create_default_context(cafile=certificate)
        line = HTTPSConnection("localhost", running.port, timeout=PATIENCE, context=trusting)
        line.request("GET", "/_stcore/health")
        cookies = line.getresponse().headers.get_all("Set-Cookie") or []
        line.close()
    assert sorted(cookie.partition("=")[0] for cookie in cookies) == ["_streamlit_xsrf", "replica"]
    for cookie in cookies:
        for part in ("Secure", "SameSite=None", "Partitioned"):
            assert part in cookie


def test_the_page_stands_below_a_path() -> None:
    haproxy_required()
    with page_of(HELLO) as page, serving_replicas(page, base="class/") as running:
        assert urlopen(running.address, timeout=PATIENCE).status == 200
        for name in ("replica1", "replica2"):
            running.wait_until(name, "UP")  # its health is asked for below the path, too


def test_the_settings_take_replicas_that_are_written_by_hand(tmp_path: Path) -> None:
    haproxy_required()
    settings = tmp_path / "haproxy.cfg"
    written = (SERVE.parent / "haproxy.cfg").read_text("utf-8") + "    server north 10.0.0.5:8501 cookie north\n"
    settings.write_text(written, "utf-8")
    done = subprocess.run(["haproxy", "-c", "-f", str(settings)], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
