"""``idea``: what could be made, own ideas, questions of viewers, and what neighbours send."""

import argparse
from pathlib import Path

from skriptstudio.assembly.house import House
from skriptstudio.cli.arguments import Commands, day, whole
from skriptstudio.cli.terminal import Terminal
from skriptstudio.cli.tree import Tree
from skriptstudio.domain.idea_pool import GATE, SPARKS, OwnIdea, is_round
from skriptstudio.domain.ideas import MOODS, Idea, Wanted
from skriptstudio.messages.catalogue import Say
from skriptstudio.messages.idea_words import gate_text, quoted, takes_text
from skriptstudio.messages.plan_words import gate_question, spark

MOST_MINUTES = 600


def register(tree: Tree) -> None:
    """Add the commands about ideas."""
    say = tree.say
    ideas = tree.group("idea")
    listing = ideas.add("list", "ideas that fit", _list)
    _describe(listing, say)
    listing.add_argument("--search", default="", metavar="TEXT")
    listing.add_argument("--own", action="store_true", help=say("only the house's own"))
    listing.add_argument("--kept", action="store_true", help=say("only those that were marked"))
    listing.add_argument("--unplanned", action="store_true", help=say("only those that no day is kept for"))
    add = ideas.add("add", "an idea of your own", _add)
    add.add_argument("--hook", required=True, metavar="T", help=say("its first sentence"))
    _describe(add, say)
    add.add_argument("--picture", default="", metavar="T", help=say("what is seen first"))
    add.add_argument("--heed", default="", metavar="T", help=say("what to take care of"))
    ideas.add("remove", "take an idea of the house away", _remove).add_argument("idea", metavar="IDEA")
    keep = ideas.add("keep", "mark an idea to come back to", _keep)
    keep.add_argument("idea", metavar="IDEA")
    keep.add_argument("--undo", action="store_true", help=say("take it back"))
    gate = ideas.add("gate", "five questions to an idea", _gate)
    gate.add_argument("--yes", action="append", default=[], choices=GATE, help=say("what is answered with yes"))
    ideas.add("spark", "ten questions that make a boring subject exciting", _spark)
    export = ideas.add("export", "the house's own ideas as a file for a neighbour", _export)
    export.add_argument("file", type=Path, metavar="FILE")
    export.add_argument("--house", default="", metavar="N", help=say("name of the authority"))
    ideas.add("merge", "take in what a neighbouring house sent", _merge).add_argument("file", type=Path, metavar="FILE")
    _register_questions(ideas)


def _describe(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("--trade", default="", metavar="KEY", help=say("for which trade"))
    parser.add_argument("--format", default="", metavar="KEY", help=say("series format, e.g. ein_tag_im_amt"))
    parser.add_argument("--need", default="", choices=MOODS, help=say("what its viewers want just then"))
    parser.add_argument("--month", type=whole(1, 12), action="append", default=[], metavar="N", help=say("1 to 12"))
    minutes = say("minutes to the first take")
    parser.add_argument("--minutes", type=whole(1, MOST_MINUTES), default=0, metavar="N", help=minutes)


def _register_questions(ideas: Commands) -> None:
    questions = ideas.group("question", "the inbox of what viewers ask")
    ask = questions.add("add", "something that somebody asked under a clip; never who", _ask)
    ask.add_argument("text", metavar="TEXT")
    ask.add_argument("--channel", default="", metavar="KEY")
    ask.add_argument("--production", default="", metavar="PRODUCTION", help=ideas.say("under which clip it stood"))
    ask.add_argument("--on", default=None, type=day, metavar="DATE")
    questions.add("list", "what waits for an answer", _questions).add_argument("--all", action="store_true")
    answer = questions.add("answer", "make an idea of a question", _answer)
    answer.add_argument("question", metavar="QUESTION")
    questions.add("drop", "take a question out of the inbox", _drop).add_argument("question", metavar="QUESTION")


# --- ideas


def _list(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    pool = house.ideas.pool()
    own = {one.key for one in pool.ideas}
    planned = {one.key for one in house.rhythm.book().entries} if args.unplanned else set()
    months = args.month or [0]
    wanted = [Wanted(args.trade, month, args.minutes, args.need, args.format, args.search) for month in months]
    found = [
        idea
        for idea in house.ideas.all().ideas
        if any(one.accepts(idea) for one in wanted)
        and (not args.own or idea.key in own)
        and (not args.kept or idea.key in pool.kept)
        and idea.key not in planned
    ]
    document = [{**_document(idea), "own": idea.key in own, "kept": idea.key in pool.kept} for idea in found]
    terminal.result(document, "\n".join(_line(idea, terminal) for idea in found) or terminal.say("Nothing here yet."))


def _document(idea: Idea) -> dict[str, object]:
    return {
        "idea": idea.key,
        "hook": idea.hook,
        "format": idea.format,
        "trade": idea.trade,
        "minutes": idea.minutes,
        "need": idea.mood,
        "months": sorted(idea.months),
        "picture": idea.picture,
        "heed": idea.heed,
    }


def _line(idea: Idea, terminal: Terminal) -> str:
    return f"{idea.key:10} {quoted(idea.hook, terminal.say)}  ({takes_text(idea, terminal.say)})"


def _add(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    about = {"trade": args.trade, "minutes": args.minutes, "mood": args.need}
    given = {name: value for name, value in about.items() if value}
    wish = OwnIdea("", args.hook, args.format, months=tuple(args.month), picture=args.picture, heed=args.heed, **given)
    idea = house.ideas.add(wish)
    terminal.result(_document(idea.as_idea()), _line(idea.as_idea(), terminal))


def _remove(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    house.ideas.remove(args.idea)
    terminal.result({"removed": args.idea}, terminal.say("Gone: {what}", what=args.idea))


def _keep(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    house.ideas.keep(args.idea, not args.undo)
    kept = list(house.ideas.pool().kept)
    terminal.result({"kept": kept}, terminal.say("Marked: {ideas}", ideas=", ".join(kept) or "-"))


def _gate(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    yes = set(args.yes)
    document = {
        "questions": [{"key": key, "text": gate_question(key, terminal.speaker), "yes": key in yes} for key in GATE],
        "yes": len(yes),
        "round": is_round(len(yes)),
    }
    lines = [f"{'[x]' if key in yes else '[ ]'} {key:14} {gate_question(key, terminal.speaker)}" for key in GATE]
    terminal.result(document, "\n".join([*lines, *([gate_text(len(yes), terminal.say)] if yes else [])]))


def _spark(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    ways = [(key, *spark(key, terminal.speaker)) for key in SPARKS]
    document = [{"key": key, "lead": lead, "question": question} for key, lead, question in ways]
    terminal.result(document, "\n".join(f"{lead}: {question}" for _key, lead, question in ways))


def _export(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    count = house.ideas.export(args.file.expanduser().absolute(), args.house)
    terminal.result({"path": str(args.file), "ideas": count}, terminal.say("Written: {path}", path=args.file))


def _merge(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    new = house.ideas.merge(args.file.expanduser().absolute())
    text = terminal.say("{count} new ideas are in the pool now.", count=len(new))
    terminal.result({"added": [one.key for one in new]}, text)


# --- questions


def _ask(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    channel = house.profiles.get(args.channel).key if args.channel else ""
    question = house.ideas.ask(args.text, channel, args.production, args.on)
    terminal.result({"question": question.id}, terminal.say("It waits in the inbox: {what}", what=question.id))


def _questions(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    found = [one for one in house.ideas.pool().questions if args.all or not one.idea]
    document = [
        {
            "question": one.id,
            "text": one.text,
            "came": one.came.isoformat(),
            "channel": one.channel,
            "production": one.production,
            "idea": one.idea,
        }
        for one in found
    ]
    lines = [f"{one.id}  {one.came}  {one.text}" for one in found]
    terminal.result(document, "\n".join(lines) or terminal.say("Nothing here yet."))


def _answer(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    idea = house.ideas.answer(args.question).as_idea()
    terminal.result(_document(idea), _line(idea, terminal))


def _drop(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    house.ideas.drop(args.question)
    terminal.result({"removed": args.question}, terminal.say("Gone: {what}", what=args.question))
