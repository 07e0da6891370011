"""A call loads the module of its first word and nothing else, and no command gets lost by that."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from skriptstudio import cli
from skriptstudio.cli.arguments import Commands, Handler, Parser
from skriptstudio.cli.main import run
from skriptstudio.cli.tree import WORDS, Tree
from skriptstudio.messages.catalogue import Speaker

MODULES = sorted({name for word in WORDS.values() for name in word.modules})
HEAVY = ("PIL", "PySide6", "av", "cv2", "docx", "filelock", "icalendar", "moviepy", "numpy", "onnxruntime", "pysubs2")


class Listening(Tree):
    """Remembers which words something was added to."""

    def __init__(self) -> None:
        super().__init__(Parser(prog="skriptstudio"), Speaker("en"))
        self.heard: set[str] = set()

    def group(self, name: str) -> Commands:
        self.heard.add(name)
        return super().group(name)

    def add(self, name: str, handler: Handler, creates: bool = False) -> Parser:
        self.heard.add(name)
        return super().add(name, handler, creates)


@pytest.mark.parametrize("module", MODULES)
def test_a_module_adds_to_the_words_that_name_it(module: str) -> None:
    tree = Listening()
    import_module(f"skriptstudio.cli.{module}").register(tree)
    assert tree.heard == {name for name, word in WORDS.items() if module in word.modules}


def test_no_module_with_commands_is_forgotten() -> None:
    folder = Path(cli.__path__[0])
    having = {path.stem for path in folder.glob("*.py") if "\ndef register(tree: Tree)" in path.read_text("utf-8")}
    assert set(MODULES) == having


@pytest.mark.parametrize("word", WORDS)
def test_every_word_explains_itself(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        run(["--lang", "en", word, "--help"])
    assert left.value.code == 0
    assert f"skriptstudio {word}" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("call", "unwanted"),
    [
        (["--help"], ["skriptstudio.store.folder_library", "skriptstudio.steps", "cattrs", *HEAVY]),
        (["list"], ["skriptstudio.cli.record", "skriptstudio.steps.publish", *HEAVY]),
        (["captions", "show", "Bürgerfest"], ["skriptstudio.speech", "skriptstudio.language", *HEAVY]),
    ],
)
def test_a_call_imports_only_what_it_needs(call: list[str], unwanted: list[str], tmp_path: Path) -> None:
    program = (
        "import sys; from skriptstudio.__main__ import main\ntry: main()\nfinally: print(*sys.modules, file=sys.stderr)"
    )
    command = [sys.executable, "-c", program, "--library", str(tmp_path), *call]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True).stderr.split()
    assert "skriptstudio.cli.main" in loaded
    assert not set(loaded) & set(unwanted)
