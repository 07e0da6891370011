"""The one file that brings a bare machine to work."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture
def dev() -> ModuleType:
    spec = importlib.util.spec_from_file_location("dev", ROOT / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_it_needs_the_standard_library_only() -> None:
    imported = re.findall(r"^(?:import|from) (\w+)", (ROOT / "dev.py").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(imported) <= set(sys.stdlib_module_names)


@pytest.mark.parametrize("version", [(3, 10), (3, 12), (3, 14)])
def test_another_python_gets_a_sentence(
    dev: ModuleType, version: tuple[int, int], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev.sys, "version_info", (*version, 0, "final", 0))
    assert dev.main(["demo"]) == 2
    said = capsys.readouterr().err.strip()
    assert said.startswith("SkriptStudio needs Python 3.11 or 3.13")
    assert len(said.splitlines()) == 1


def test_who_is_not_root_gets_the_exact_command(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(dev, "missing_packages", lambda packages: ["libegl1", "libportaudio2"])
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000)
    with pytest.raises(dev.Refused) as refusal:
        dev.require_system_packages(dev.RUN_PACKAGES)
    command = "sudo apt-get install --yes --no-install-recommends libegl1 libportaudio2"
    assert command in str(refusal.value)


def test_a_python_without_venv_asks_for_its_package(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(dev, "missing_packages", lambda packages: [])
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000)
    with pytest.raises(dev.Refused, match=rf"python3\.{sys.version_info.minor}-venv"):
        dev.require_system_packages(dev.RUN_PACKAGES)


def test_a_package_that_another_one_provides_is_not_missing(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    listing = "ii |libglib2.0-0t64|libglib2.0-0 (= 2.84)\nrc |libegl1|\nii |libgl1|\n"
    answer = subprocess.CompletedProcess([], 0, stdout=listing)
    monkeypatch.setattr(dev.subprocess, "run", lambda *args, **kwargs: answer)
    assert dev.missing_packages(["libglib2.0-0", "libegl1", "libgl1"]) == ["libegl1"]


def test_what_is_installed_is_not_installed_again(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))
    ran: list[str] = []
    monkeypatch.setattr(dev, "require_system_packages", lambda packages: ran.append("system"))
    monkeypatch.setattr(dev, "make_venv", lambda: ran.append("venv"))
    monkeypatch.setattr(dev, "pip", lambda *arguments: ran.append("pip"))
    dev.set_up(["runtime"], ["libegl1"])
    assert ran == ["system", "venv", "pip", "pip"]
    dev.set_up(["runtime"], ["libegl1"])
    assert ran == ["system", "venv", "pip", "pip"]
    dev.set_up(["runtime", "dev"], ["libegl1"])
    assert ran[4:] == ["system", "pip", "pip"]


@pytest.mark.parametrize("name", ["runtime", "dev", "build"])
def test_every_dependency_is_pinned_with_hashes_and_without_an_address(dev: ModuleType, name: str) -> None:
    text = (ROOT / dev.LOCKS[name]).read_text(encoding="utf-8")
    assert "://" not in text
    for block in re.split(r"\n(?=\S)", text.strip()):
        assert re.match(r"[a-z0-9.\-]+==\S+", block), block
        assert "--hash=sha256:" in block


def test_the_lock_holds_what_the_project_asks_for(dev: ModuleType) -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = {re.split(r"[<>=!]", line)[0].lower() for line in project["project"]["dependencies"]}
    pinned = set(re.findall(r"^([a-z0-9.\-]+)==", (ROOT / dev.LOCKS["runtime"]).read_text(encoding="utf-8"), re.M))
    assert wanted <= pinned


def test_no_command_prints_the_help(dev: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main([]) == 2
    assert "python3 dev.py COMMAND" in capsys.readouterr().out
