"""How the command line speaks: one JSON document or plain sentences, and all else on stderr."""

import json
import sys
from typing import TextIO

from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.jobs import JobControl, Progress
from skriptstudio.messages.catalogue import Say, Speaker
from skriptstudio.messages.errors import sentence
from skriptstudio.messages.words import stage_name


class Terminal:
    """Where results and remarks go.

    Attributes:
        speaker: the user's language.
        say: translates a text and fills in its fields.
    """

    def __init__(self, as_json: bool, speaker: Speaker, out: TextIO | None = None, err: TextIO | None = None) -> None:
        self._json = as_json
        self._out = out or sys.stdout
        self._err = err or sys.stderr
        self.speaker = speaker
        self.say: Say = speaker.say
        self._shown = ""

    def result(self, document: object, text: str) -> None:
        """The outcome of the command: ``document`` with ``--json``, otherwise ``text``."""
        self._clear()
        shown = json.dumps(document, ensure_ascii=False) if self._json else text
        print(shown, file=self._out, flush=True)

    def note(self, text: str) -> None:
        """A remark while the command runs."""
        self._clear()
        print(text, file=self._err, flush=True)

    def fail(self, error: SkriptStudioError) -> int:
        """Say what is wrong and what to do; returns the exit status."""
        words = sentence(error, self.speaker)
        self.note(str(words))
        if self._json:
            document = {"error": {"code": error.code, "message": words.message, "hint": words.hint}}
            print(json.dumps(document, ensure_ascii=False), file=self._out, flush=True)
        return error.exit_status

    def job(self) -> JobControl:
        """A job whose progress is shown on stderr, in whole percent."""
        return JobControl(self._progress)

    def status(self, text: str) -> None:
        """One line that is overwritten by the next; only where somebody watches."""
        if self._err.isatty():
            self._clear()
            self._err.write(text)
            self._err.flush()
            self._shown = text

    def _progress(self, progress: Progress) -> None:
        stage = stage_name(progress.stage, self.speaker)
        self.status(f"{stage} … {round(progress.done * 100)} %")

    def _clear(self) -> None:
        if self._shown:
            self._err.write("\r" + " " * len(self._shown) + "\r")
            self._shown = ""
