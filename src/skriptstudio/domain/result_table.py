"""A table of figures from a platform: its lines, and which publication each is about.

Whatever can't be read or matched is kept with its line and the reason; nothing is guessed.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from skriptstudio.domain.production import Production
from skriptstudio.domain.results import AGE, Figures, Moment, Result, moment_of

_PIECE = re.compile(r"[/?&=#]+")
_HASHTAG = re.compile(r"#\w+")
_SHORTEST_ID = 6
_SHOWN_TITLE = 80
_SHORTEST_TEXT = 20
"""A post text of so many characters is recognised at the beginning of a longer one."""


class Meaning(StrEnum):
    """What a column may hold; the figures are called as in ``Figures``."""

    TITLE = "title"
    ADDRESS = "address"
    ID = "id"
    DAY = "day"
    VIEWS = "views"
    SECONDS = "seconds"
    TOTAL_SECONDS = "total_seconds"
    TOTAL_HOURS = "total_hours"
    SHARE = "share"
    COMMENTS = "comments"
    SHARES = "shares"
    CLICKS = "clicks"
    APPLICATIONS = "applications"


WHICH_CLIP = frozenset({Meaning.TITLE, Meaning.ADDRESS, Meaning.ID})


@dataclass(frozen=True)
class ColumnNames:
    """How platforms call their columns.

    Attributes:
        meanings: by name, normalised by ``plain``; where two columns mean the same, the earlier name wins.
        sums: what stands at the beginning of a line that adds up the others, normalised.
        hosts: key of the profile by host.
    """

    meanings: dict[str, Meaning]
    sums: frozenset[str]
    hosts: dict[str, str]


@dataclass(frozen=True)
class Unread:
    """A cell or line that couldn't be read.

    Attributes:
        line: of the file, from 1.
        column: its name; empty for the whole line.
        text: what stands there, at most 60 characters.
    """

    line: int
    column: str
    text: str


@dataclass(frozen=True)
class TableLine:
    """One line of figures.

    Attributes:
        titles: that may be the clip's title or post text.
        address: of the post, or its id on the platform; empty if nobody says.
        days: on which it may have been published; several where the day is ambiguous, none where unknown.
        is_sum: it adds up the others.
    """

    line: int
    titles: tuple[str, ...]
    address: str
    days: tuple[date, ...]
    figures: Figures
    is_sum: bool = False


@dataclass(frozen=True)
class ResultTable:
    """What was read of a file.

    Attributes:
        name: of the file.
        used: names of the columns that were read, as they stand there.
        ignored: names of the other ones.
    """

    name: str
    used: tuple[str, ...]
    ignored: tuple[str, ...]
    lines: tuple[TableLine, ...]
    unread: tuple[Unread, ...] = ()


class Unmatched(StrEnum):
    """Why a line was left out."""

    SUM = "sum"
    NO_FIGURES = "no_figures"
    NO_CLIP = "no_clip"
    SEVERAL = "several"
    TOO_YOUNG = "too_young"
    BETWEEN = "between"
    TWICE = "twice"


@dataclass(frozen=True)
class Left:
    """A line that was left out."""

    line: int
    title: str
    reason: Unmatched


@dataclass(frozen=True)
class Found:
    """A line whose publication is known.

    Attributes:
        late: it was read clearly later than its moment, so its figures are higher than they were then.
    """

    line: int
    title: str
    result: Result
    late: bool = False


@dataclass(frozen=True)
class Matches:
    """What a table means for a library."""

    table: ResultTable
    found: tuple[Found, ...]
    left: tuple[Left, ...]

    @property
    def results(self) -> tuple[Result, ...]:
        return tuple(one.result for one in self.found)


@dataclass(frozen=True)
class _Post:
    production: str
    title: str
    texts: frozenset[str]
    profile: str
    on: date
    piece: str


def plain(text: str) -> str:
    """Text to compare: one form of each character, small, single blanks, no quotation marks."""
    shown = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.sub(r"[\"'„“”‚‘’»«\u200b\ufeff]", "", shown).split())


def address_piece(address: str) -> str:
    """The part of an address that names the post; empty where none does."""
    text = address.strip().split("?utm", 1)[0]
    query = re.search(r"[?&]v=([\w-]+)", text)
    if query:
        return query[1]
    pieces = [one for one in _PIECE.split(text.split("?", 1)[0]) if one]
    last = pieces[-1] if pieces else ""
    names_a_post = len(last) >= _SHORTEST_ID and "." not in last and not last.startswith("@")
    return last if names_a_post else ""


def matched(
    table: ResultTable,
    productions: Iterable[Production],
    names: ColumnNames,
    read: date,
    profile: str = "",
    moment: Moment | None = None,
) -> Matches:
    """Find the publication of each line.

    Args:
        table: what was read.
        productions: those that are online.
        names: for the hosts of the platforms.
        read: day on which the platform wrote the table.
        profile: the platform's key; empty: told by the address, if at all.
        moment: that the figures are for; None: by the age of each publication.
    """
    noted = [_post(production, n) for production in productions for n in range(len(production.publications))]
    addressed = {(one.production, one.profile, one.on) for one in noted if one.piece}
    posts = _Posts(one for one in noted if one.piece or (one.production, one.profile, one.on) not in addressed)
    found: dict[tuple[str, str, date, Moment], Found] = {}
    left: list[Left] = []
    for line in table.lines:
        one = _understood(line, posts, profile or _profile_of(line.address, names), read, moment, table.name)
        if isinstance(one, Found) and one.result.place in found:
            one = Left(line.line, one.title, Unmatched.TWICE)
        if isinstance(one, Found):
            found[one.result.place] = one
        else:
            left.append(one)
    return Matches(table, tuple(found.values()), tuple(left))


def _understood(
    line: TableLine, posts: "_Posts", profile: str, read: date, wanted: Moment | None, source: str
) -> Found | Left:
    title = next((one for one in line.titles if one), line.address)[:_SHOWN_TITLE]
    if line.is_sum or line.figures.nothing:
        return Left(line.line, title, Unmatched.SUM if line.is_sum else Unmatched.NO_FIGURES)
    fitting = posts.fitting(line, profile)
    if len(fitting) != 1:
        return Left(line.line, title, Unmatched.SEVERAL if fitting else Unmatched.NO_CLIP)
    post = fitting[0]
    moment, reason = _when(post.on, read, wanted)
    if moment is None:
        return Left(line.line, title, reason)
    result = Result(post.production, post.profile, post.on, moment, line.figures, read, source)
    return Found(line.line, post.title, result, late=moment_of(post.on, read) is not moment)


def _when(on: date, read: date, wanted: Moment | None) -> tuple[Moment | None, Unmatched]:
    """The moment that figures are for; without one, the second says why."""
    moment = wanted or moment_of(on, read)
    if read - on < AGE[moment or Moment.DAY]:
        return None, Unmatched.TOO_YOUNG
    return moment, Unmatched.BETWEEN


def _post(production: Production, number: int) -> _Post:
    one = production.publications[number]
    texts = {_caption(production.title), _caption(production.post.text)} - {""}
    return _Post(production.id, production.title, frozenset(texts), one.profile, one.on, address_piece(one.url))


def _caption(text: str) -> str:
    return plain(_HASHTAG.sub("", text))


class _Posts:
    """Publications to be found by the name of their post, or by a text."""

    def __init__(self, posts: Iterable[_Post]) -> None:
        self._by_piece: dict[str, list[_Post]] = defaultdict(list)
        self._by_text: dict[str, list[_Post]] = defaultdict(list)
        for post in posts:
            self._by_piece[post.piece].append(post)
            for text in post.texts:
                self._by_text[text].append(post)
        self._long = [text for text in self._by_text if len(text) >= _SHORTEST_TEXT]

    def fitting(self, line: TableLine, profile: str) -> list[_Post]:
        """Those that a line may be about: by address, and only without one by title and day."""
        piece = address_piece(line.address) or line.address.strip()
        if piece and piece in self._by_piece:
            return self._by_piece[piece]
        found = {id(post): post for text in self._texts(line) for post in self._by_text[text]}
        fitting = [one for one in found.values() if not profile or one.profile == profile]
        if "/" in line.address:  # another post of the same clip, whose address is known, can't be meant
            fitting = [one for one in fitting if not one.piece]
        if len(fitting) > 1 and line.days:
            fitting = [one for one in fitting if one.on in line.days]
        return fitting

    def _texts(self, line: TableLine) -> Iterable[str]:
        """The known texts that a line's titles are or, for long ones, begin with."""
        titles = {_caption(one) for one in line.titles} - {""}
        begun = {known for known in self._long if any(title.startswith(known) for title in titles)}
        return begun | {title for title in titles if title in self._by_text}


def _profile_of(address: str, names: ColumnNames) -> str:
    host = re.match(r"(?:https?://)?(?:[\w-]+\.)*?([\w-]+\.[a-z]{2,4})(?:/|$)", address.strip().casefold())
    return names.hosts.get(host[1], "") if host else ""
