"""The tree of commands: its first words stand here, the rest grows where a call enters it.

A call needs one module of this room out of twenty, and its steps. So a word's module is
imported when argparse comes to the word, and the help of the whole program needs none.
"""

from functools import partial
from importlib import import_module
from typing import NamedTuple

from skriptstudio.cli.arguments import Commands, Handler, Parser, as_command
from skriptstudio.messages.catalogue import Speaker


class Word(NamedTuple):
    """What a call can begin with.

    Attributes:
        description: English text for the help.
        modules: those of this room that know what follows, in the order of the help.
    """

    description: str
    modules: tuple[str, ...]


WORDS = {
    "demo": Word("the whole way from script to clip, with nothing plugged in", ("demo",)),
    "new": Word("start a production", ("plan",)),
    "list": Word("all productions, newest first", ("plan",)),
    "script": Word("check, import and export scripts", ("write",)),
    "camera": Word("cameras of this computer", ("record",)),
    "microphone": Word("microphones of this computer", ("record",)),
    "record": Word("record a take", ("record",)),
    "room": Word("check the room before recording", ("record",)),
    "recover": Word("bring interrupted and waiting recordings home", ("record",)),
    "take": Word("import, list and mark takes", ("record",)),
    "cut": Word("show and set the cut", ("review",)),
    "captions": Word("make and confirm captions", ("review",)),
    "hand-in": Word("give the clip to the first check", ("review",)),
    "comment": Word("leave a remark at a moment of the clip", ("review",)),
    "return": Word("send the clip back to the team", ("review",)),
    "release": Word("pass the check; the last one releases the clip", ("review",)),
    "dress": Word("lay a title, names, a logo, other pictures or boxes over the picture", ("dress",)),
    "post": Word("what is written beside the clip, and which picture is its cover", ("post",)),
    "topic": Word("how delicate the topic is: it decides who looks at the clip", ("checks",)),
    "comment-plan": Word("who looks after the comments once the clip is online", ("checks",)),
    "points": Word("the fifteen points of the press check", ("checks",)),
    "comments": Word("remarks on a clip", ("checks",)),
    "changes": Word("what changed since the version that was looked at last", ("checks",)),
    "history": Word("who did what, and on which computer", ("checks",)),
    "person": Word("people of the house", ("people",)),
    "consent": Word("who may be shown where", ("people", "erasure", "papers")),
    "retention": Word("takes that have been kept long enough", ("erasure",)),
    "publish": Word("what is online", ("erasure", "publish")),
    "release-note": Word("the Freigabevermerk of a released clip as .docx", ("papers",)),
    "rules": Word("what the house has settled", ("house",)),
    "export": Word("make the package for one or more targets", ("publish",)),
    "doctor": Word("what works on this computer", ("doctor",)),
    "idea": Word("what could be made", ("ideas",)),
    "plan": Word("what is posted when", ("rhythm", "plan_house")),
    "result": Word("what came of the clips", ("result",)),
    "series": Word("who answers for a series", ("goal",)),
    "goal": Word("what clips shall reach", ("goal",)),
    "guideline": Word("“Darf ich das posten?”", ("guidance",)),
    "channel": Word("the register of channels", ("guidance",)),
}


class Tree:
    """Where the modules of this room add their commands, each with a function ``register(tree)``.

    Attributes:
        say: translates help texts.
    """

    def __init__(self, parser: Parser, speaker: Speaker) -> None:
        self._speaker = speaker
        self.say = speaker.say
        first = parser.add_subparsers(metavar=self.say("COMMAND"), required=True, parser_class=Parser)
        self._parsers: dict[str, Parser] = {
            name: first.add_parser(name, help=self.say(word.description), grow=partial(self._grow, word))
            for name, word in WORDS.items()
        }
        self._groups: dict[str, Commands] = {}
        self._grown: set[str] = set()

    def group(self, name: str) -> Commands:
        """The commands that begin with this word of ``WORDS``."""
        if name not in self._groups:
            self._groups[name] = Commands(self._parsers[name], self._speaker)
        return self._groups[name]

    def add(self, name: str, handler: Handler, creates: bool = False) -> Parser:
        """The command that is this word of ``WORDS``, see ``Commands.add``."""
        parser = self._parsers[name]
        parser.description = self.say(WORDS[name].description)
        return as_command(parser, self._speaker, handler, creates)

    def _grow(self, word: Word) -> None:
        for name in word.modules:
            if name not in self._grown:
                self._grown.add(name)
                import_module(f"{__package__}.{name}").register(self)
