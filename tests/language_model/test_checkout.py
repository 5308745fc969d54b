"""The bytes of the networks' folders in a checkout with the line ends of Windows."""

import subprocess
from pathlib import Path

import pytest

from components.language_model.folder import MODELS

ROOT = MODELS.parent


def test_a_checkout_with_the_line_ends_of_windows_has_the_bytes_of_the_checksums(tmp_path: Path) -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("only a clone can be cloned: this copy has no .git")
    clone = tmp_path / "clone"
    run("git", "-c", "core.autocrlf=true", "clone", "--quiet", "--no-hardlinks", ROOT.as_uri(), str(clone))
    files = [path for path in sorted((clone / MODELS.name).rglob("*")) if path.is_file()]
    assert files
    for path in files:
        committed = run("git", "-C", str(clone), "cat-file", "blob", f"HEAD:{path.relative_to(clone).as_posix()}")
        assert path.read_bytes() == committed, path.name


def run(*command: str) -> bytes:
    return subprocess.run(command, check=True, capture_output=True, timeout=120).stdout
