"""The package as it is built and run: its command line, its version, and what a source distribution must hold."""

from __future__ import annotations

import importlib.metadata
import json
import re
import signal
import subprocess
import sys
import tarfile
import time
from pathlib import Path

import pytest
import shakeup
from shakeup.__main__ import main

ROOT = Path(__file__).parents[2]
ARTICLE = ROOT / "examples" / "articles" / "port-ellery-police-chief.txt"


def run(*args: str, text: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "shakeup", *args], input=text, capture_output=True, encoding="utf-8")


def test_the_module_is_the_command_line() -> None:
    ran = run("extract", str(ARTICLE), "--date", "2025-05-29")
    rows = shakeup.extract(ARTICLE.read_text("utf-8"), id=str(ARTICLE), published="2025-05-29").rows()
    assert (ran.returncode, ran.stderr) == (0, "") and rows
    assert [json.loads(line) for line in ran.stdout.splitlines()] == rows
    assert run("extract", "-", text="Mayor Zoë 🙂 Lee spoke.").stdout.startswith('{"type":"role"')


def test_exit_status_and_messages_are_those_of_the_command() -> None:
    assert run("--version").stdout.strip() == f"shakeup {shakeup.__version__}"
    assert "Usage: shakeup" in run("--help").stdout
    wrong = run("extract", "--threads", "many")
    assert wrong.returncode == 2 and "--threads" in wrong.stderr
    missing = run("extract", "no-such-file.txt")
    assert missing.returncode == 1 and "no-such-file.txt" in missing.stderr


def test_the_script_calls_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    before = signal.getsignal(signal.SIGINT)
    try:
        monkeypatch.setattr(sys, "argv", ["shakeup", "--version"])
        assert main() == 0
    finally:
        signal.signal(signal.SIGINT, before)
    scripts = importlib.metadata.entry_points(group="console_scripts", name="shakeup")
    assert [script.value for script in scripts] == ["shakeup.__main__:main"]


def test_control_c_ends_the_command_line() -> None:
    with subprocess.Popen([sys.executable, "-m", "shakeup", "extract", "-"], stdin=subprocess.PIPE) as running:
        time.sleep(1)
        running.send_signal(signal.SIGINT)
        assert running.wait(5) != 0


def test_the_version_stands_in_one_place() -> None:
    workspace = (ROOT / "Cargo.toml").read_text("utf-8")
    stated = re.search(r'^version = "(.*)"', workspace, re.MULTILINE)
    assert stated and stated[1] == shakeup.__version__ == importlib.metadata.version("shakeup")


def test_metadata_says_licences_and_links() -> None:
    metadata = importlib.metadata.metadata("shakeup")
    assert metadata["License-Expression"] == "MIT OR Apache-2.0"
    assert set(metadata.get_all("License-File") or []) == {"LICENSE-MIT", "LICENSE-APACHE", "NOTICE"}
    links = metadata.get_all("Project-URL") or []
    assert {link.split(",")[0] for link in links} >= {"Homepage", "Source", "Issues", "Changelog"}


def test_a_source_distribution_holds_all_that_building_takes(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "maturin", "sdist", "--out", str(tmp_path)]
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True)
    (archive,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        held = {name.partition("/")[2] for name in opened.getnames()}
    needed = {"Cargo.toml", "Cargo.lock", "pyproject.toml", "README.md", "LICENSE-MIT", "LICENSE-APACHE", "NOTICE"}
    for crate in ("shakeup", "shakeup-arrow", "shakeup-cli", "shakeup-python"):
        needed.add(f"crates/{crate}/Cargo.toml")
        for folder in ("src", "lexicons"):
            files = (ROOT / "crates" / crate / folder).rglob("*")
            needed |= {file.relative_to(ROOT).as_posix() for file in files if file.is_file()}
    for file in (ROOT / "python" / "shakeup").rglob("*"):
        if file.is_file() and file.suffix not in {".so", ".pyc", ".pyd"}:
            needed.add(file.relative_to(ROOT).as_posix())
    assert not needed - held
