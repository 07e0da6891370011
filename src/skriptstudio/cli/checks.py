"""``topic``, ``points``, ``comment-plan``, ``comments``, ``changes`` and ``history``."""

import argparse

from skriptstudio.assembly.house import House
from skriptstudio.cli.terminal import Terminal
from skriptstudio.cli.tree import Tree
from skriptstudio.domain.differences import Difference
from skriptstudio.domain.errors import BadCommand
from skriptstudio.domain.points import Answer, CommentPlan, Point
from skriptstudio.domain.press_check import PointState
from skriptstudio.domain.production import Comment, HistoryEntry, TopicClass
from skriptstudio.messages.check_words import answer_text, decision_text, point_text
from skriptstudio.messages.words import beside_name, part_name


def register(tree: Tree) -> None:
    """Add the commands beside the decisions."""
    topic = tree.add("topic", _topic)
    topic.add_argument("production", metavar="PRODUCTION")
    topic.add_argument("topic", choices=[topic.value for topic in TopicClass])
    topic.add_argument("--by", required=True, metavar="NAME")
    plan = tree.add("comment-plan", _plan)
    plan.add_argument("production", metavar="PRODUCTION")
    plan.add_argument("--who", required=True, metavar="N")
    plan.add_argument("--hours", type=int, default=24, metavar="H", help=tree.say("answers within so many hours"))
    plan.add_argument("--escalate-to", required=True, metavar="N")
    plan.add_argument("--by", required=True, metavar="NAME")
    points = tree.group("points")
    points.add("list", "how they are answered for the present version", _points).add_argument(
        "production", metavar="PRODUCTION"
    )
    answer = points.add("answer", "answer one or more points", _answer)
    answer.add_argument("production", metavar="PRODUCTION")
    answer.add_argument("--point", action="append", required=True, metavar="POINT=yes|no|not_needed[:NOTE]", type=_said)
    answer.add_argument("--by", required=True, metavar="NAME")
    _register_comments(tree)
    tree.add("changes", _changes).add_argument("production", metavar="PRODUCTION")
    tree.add("history", _history).add_argument("production", metavar="PRODUCTION")


def _register_comments(tree: Tree) -> None:
    comments = tree.group("comments")
    comments.add("list", "all remarks with their answers", _comments).add_argument("production", metavar="PRODUCTION")
    for name, description, handler in (
        ("reply", "answer a remark", _reply),
        ("done", "say that a remark is dealt with", _done),
        ("reopen", "say that a remark isn't dealt with after all", _reopen),
    ):
        parser = comments.add(name, description, handler)
        parser.add_argument("production", metavar="PRODUCTION")
        parser.add_argument("comment", metavar="COMMENT")
        parser.add_argument("--by", required=True, metavar="NAME")
        if name == "reply":
            parser.add_argument("--text", required=True, metavar="T")


def _said(text: str) -> tuple[Point, tuple[Answer, str]]:
    name, _, rest = text.partition("=")
    answer, _, note = rest.partition(":")
    try:
        return Point(name), (Answer(answer), note.strip())
    except ValueError as error:
        raise BadCommand(f"--point {text}") from error


def _topic(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    production = house.checks.set_topic(args.production, TopicClass(args.topic), args.by)
    terminal.result({"topic": production.topic.value}, terminal.say("Noted."))


def _plan(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    plan = CommentPlan(args.who, max(1, args.hours), args.escalate_to)
    house.checks.plan_comments(args.production, plan, args.by)
    document = {"who": plan.who, "hours": plan.answer_hours, "escalate_to": plan.escalate_to}
    terminal.result({"comment_plan": document}, terminal.say("Noted."))


def _points(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    _show_points(house.checks.points(args.production), terminal)


def _answer(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    _show_points(house.checks.answer(args.production, dict(args.point), args.by), terminal)


def _show_points(states: tuple[PointState, ...], terminal: Terminal) -> None:
    document = [
        {
            "point": one.point.value,
            "answer": one.answer.value if one.answer else None,
            "by": one.by.person if one.by else None,
            "note": one.note,
        }
        for one in states
    ]
    speaker = terminal.speaker
    lines = [
        f"{number:2}  {answer_text(one.answer, speaker):12} {point_text(one.point, speaker)} {one.note}".rstrip()
        for number, one in enumerate(states, 1)
    ]
    terminal.result(document, "\n".join(lines))


def _comments(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    comments = house.desk.open(args.production).record.comments
    names = house.desk.staff()
    document = [_comment_document(one) for one in comments]
    lines = [
        f"{one.id}  {_stretch(one):>13}  {'x' if one.done_by else ' '}  {names.name(one.by.person)}: {one.text}"
        for one in comments
    ]
    terminal.result(document, "\n".join(lines) or terminal.say("Nothing here yet."))


def _comment_document(comment: Comment) -> dict[str, object]:
    return {
        "comment": comment.id,
        "at": float(comment.at),
        "until": float(comment.until) if comment.until else None,
        "text": comment.text,
        "by": comment.by.person,
        "done": comment.done_by is not None,
        "replies": [{"text": reply.text, "by": reply.by.person} for reply in comment.replies],
    }


def _stretch(comment: Comment) -> str:
    return f"{float(comment.at):.1f}-{float(comment.until):.1f} s" if comment.until else f"{float(comment.at):.1f} s"


def _reply(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    house.checks.reply(args.production, args.comment, args.text, args.by)
    terminal.result({"comment": args.comment}, terminal.say("Noted."))


def _done(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    house.checks.tick_off(args.production, args.comment, args.by)
    terminal.result({"comment": args.comment, "done": True}, terminal.say("Noted."))


def _reopen(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    house.checks.tick_off(args.production, args.comment, args.by, done=False)
    terminal.result({"comment": args.comment, "done": False}, terminal.say("Noted."))


def _changes(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    found = house.checks.differences(args.production)
    document = [{"part": d.part, "where": d.where, "before": d.before, "after": d.after} for d in found]
    terminal.result(document, "\n".join(_told(d, terminal) for d in found) or terminal.say("Nothing has changed."))


def _told(difference: Difference, terminal: Terminal) -> str:
    place = beside_name(difference.where, terminal.speaker) if difference.part == "post" else difference.where
    where = " ".join(part for part in (part_name(difference.part, terminal.speaker), place) if part)
    return f"{where}: {difference.before or '-'} > {difference.after or '-'}"


def _history(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    production, staff = house.desk.open(args.production).record, house.desk.staff()
    document = [_entry(one) for one in production.history]
    lines = [
        f"{one.when:%Y-%m-%d %H:%M}  {staff.name(one.by.person) or '-'} ({one.by.account}, {one.by.machine})  "
        f"{decision_text(one.decision.value, terminal.speaker)} {one.note}".rstrip()
        for one in production.history
    ]
    terminal.result(document, "\n".join(lines) or terminal.say("Nothing here yet."))


def _entry(entry: HistoryEntry) -> dict[str, object]:
    return {
        "decision": entry.decision.value,
        "when": entry.when.isoformat(),
        "by": entry.by.person,
        "account": entry.by.account,
        "machine": entry.by.machine,
        "note": entry.note,
    }
