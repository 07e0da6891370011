"""``post``: what is written beside the clip, and which picture stands for it."""

import argparse
from collections.abc import Sequence

from skriptstudio.assembly.house import House
from skriptstudio.cli.arguments import seconds
from skriptstudio.cli.terminal import Terminal
from skriptstudio.cli.tree import Tree
from skriptstudio.domain.clip import PlatformProfile
from skriptstudio.domain.clip_checks import post_checks
from skriptstudio.domain.post import Post
from skriptstudio.domain.post_room import Room, rooms
from skriptstudio.domain.production import Production
from skriptstudio.domain.timecode import as_decimal
from skriptstudio.messages.words import check_text
from skriptstudio.steps.post import PostWish


def register(tree: Tree) -> None:
    """Add the command."""
    post, say = tree.add("post", _post), tree.say
    post.add_argument("production", metavar="PRODUCTION")
    post.add_argument("--text", metavar="T", help=say("description beside the clip; empty for none"))
    tags = say("one hashtag, as words or with #; can be given several times, takes the place of those before")
    post.add_argument("--hashtag", action="append", metavar="T", help=tags)
    alt = say("what is seen, for those who don't see it; empty for one made from title and captions")
    post.add_argument("--alt", metavar="T", help=alt)
    post.add_argument("--location", metavar="T", help=say("place that is tagged; empty for none"))
    post.add_argument("--cover", type=seconds, metavar="S", help=say("moment of the clip that becomes the cover"))


def _post(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    wish = PostWish(args.text, args.hashtag, args.alt, args.location, args.cover)
    shown = wish == PostWish()
    production = house.desk.open(args.production).record if shown else house.posts.change(args.production, wish)
    post, profiles = production.post, house.profiles.all()
    terminal.result(_document(post, rooms(post, profiles)), _text(production, profiles, terminal))


def _document(post: Post, room: Sequence[Room]) -> dict[str, object]:
    return {
        "text": post.text,
        "hashtags": list(post.hashtags),
        "alt": post.alt,
        "location": post.location,
        "cover": as_decimal(post.cover),
        "rooms": [{"profile": one.channel, "used": one.used, "most": one.most} for one in room],
    }


def _text(production: Production, profiles: Sequence[PlatformProfile], terminal: Terminal) -> str:
    say, post = terminal.say, production.post
    lines = [
        (say("Description"), post.text),
        (say("Hashtags"), " ".join(f"#{tag}" for tag in post.hashtags)),
        (say("Alternative text"), post.alt),
        (say("Location"), post.location),
        (say("Cover"), say("at second {at}", at=as_decimal(post.cover))),
    ]
    told = [f"{name}: {value or '-'}" for name, value in lines]
    over = [
        check_text(check.code, check.value, terminal.speaker)
        for profile in profiles
        for check in post_checks(profile, post, production.title)
    ]
    return "\n".join([*told, *dict.fromkeys(over)])
