"""The program lives on whatever becomes of its child, and says it in the program's own errors."""

import subprocess
import sys
import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from skriptstudio.domain.errors import Cancelled, DecoderFell, MissingFile, NotMedia, UnusablePicture
from skriptstudio.domain.jobs import JobControl, Progress
from skriptstudio.media.apart.asking import Apart
from skriptstudio.media.apart.orders import StandIn

ORDER = StandIn(Path("in.mp4"), Fraction(1), Path("out.mp4"))
ANSWERS = """
    import sys
    sys.stdin.readline()
    for line in {lines!r}:
        print(line, flush=True)
    """


def ask(apart: Apart, control: JobControl | None = None) -> None:
    apart.ask(ORDER, type(None), (Path("Übung.mp4"),), control)


@pytest.mark.parametrize(
    "lines",
    [
        "import os; os.abort()",
        "import time; time.sleep(60)",
        "pass",
        "print('no JSON', flush=True)",
        "print('[]', flush=True)",
        'print(\'{"answer": "something else"}\', flush=True)',
        'print(\'{"error": "no_library", "values": {}}\', flush=True)',
        'print(\'{"error": "not_media", "values": {"colour": 1}}\', flush=True)',
        'print(\'{"stage": "render"}\', flush=True)',
        'print(\'{"stage": "render", "done": NaN}\', flush=True)',
        'print(\'{"stage": "render", "done": 1e999}\', flush=True)',
        "print('[' * 500_000, flush=True)",
        "print('x' * 3_000_000, flush=True)",
    ],
)
def test_a_child_that_falls_hangs_or_babbles_becomes_one_error_that_names_the_file(
    child: Callable[..., Apart], lines: str
) -> None:
    with pytest.raises(DecoderFell) as error:
        ask(child(lines, patience=0.5))
    assert error.value.path == "Übung.mp4"
    assert isinstance(error.value, NotMedia)  # whoever copes with a film that can't be read copes with this one


def test_several_films_are_named_by_their_names(child: Callable[..., Apart]) -> None:
    with pytest.raises(DecoderFell) as error:
        child("pass").ask(ORDER, type(None), (Path("takes/a.mov"), Path("takes/b.mp4")))
    assert error.value.path == "a.mov, b.mp4"


def test_the_errors_of_the_work_pass_as_they_are(child: Callable[..., Apart]) -> None:
    told = '{"error": "unusable_picture", "values": {"path": "a.mp4", "width": 32, "height": 320}}'
    with pytest.raises(UnusablePicture) as error:
        ask(child(ANSWERS.format(lines=[told])))
    assert error.value == UnusablePicture("a.mp4", 32, 320)
    with pytest.raises(MissingFile):
        Apart().ask(ORDER, type(None), ())


def test_progress_comes_through_and_words_reset_the_patience(child: Callable[..., Apart]) -> None:
    heard: list[Progress] = []
    lines = """
        import time
        for tenth in range(1, 5):
            time.sleep(0.3)
            print('{"stage": "render", "done": 0.%d}' % tenth, flush=True)
        print('{"answer": null}', flush=True)
        """
    ask(child(lines, patience=0.9), JobControl(heard.append))
    assert [one.done for one in heard] == [0.1, 0.2, 0.3, 0.4]


def test_a_stop_lets_the_child_put_away_what_it_has_and_is_told_as_stopped(
    child: Callable[..., Apart], tmp_path: Path
) -> None:
    lines = f"""
        import pathlib, sys
        print('{{"stage": "render", "done": 0.1}}', flush=True)
        sys.stdin.read()
        pathlib.Path({str(tmp_path / "put-away")!r}).touch()
        """
    control = JobControl(lambda progress: control.cancel())
    with pytest.raises(Cancelled):
        ask(child(lines), control)
    assert (tmp_path / "put-away").exists()


def test_a_child_that_does_not_listen_is_ended_by_force(
    child: Callable[..., Apart], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("skriptstudio.media.apart.asking._STOP_SECONDS", 0.2)
    control = JobControl(lambda progress: control.cancel())
    began = time.monotonic()
    with pytest.raises(Cancelled):
        ask(child('import time; print(\'{"stage": "a", "done": 0}\', flush=True); time.sleep(60)'), control)
    assert time.monotonic() - began < 10


def test_a_child_that_never_takes_its_order_is_given_up(child: Callable[..., Apart]) -> None:
    long = StandIn(Path("x" * 1_000_000), Fraction(1), Path("out.mp4"))  # more than a pipe holds
    with pytest.raises(DecoderFell):
        child("import time; time.sleep(60)", patience=0.3).ask(long, type(None), (Path("a.mp4"),))


def test_a_child_whose_program_is_gone_goes_even_if_its_decoder_hangs() -> None:
    lines = """
import time
from skriptstudio.media.apart import child
def hangs(*_):
    print("begun", flush=True)
    time.sleep(60)
child.carry_out, child._STOP_SECONDS = hangs, 0.1
child.main()
"""
    order = b'{"task": "Untag", "order": {}, "scratch": "", "gentle": false}\n'
    with subprocess.Popen(
        [sys.executable, "-c", lines], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdin is not None
        assert running.stderr is not None
        running.stdin.write(order)
        running.stdin.flush()
        assert running.stderr.readline().strip() == b"begun"  # what a decoder prints goes there
        running.stdin.close()
        assert running.wait(10) == 1
