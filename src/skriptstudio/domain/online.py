"""Which productions are or were online, and what may be noted about it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from skriptstudio.domain.address import is_address
from skriptstudio.domain.errors import NotAWebAddress, NotOnlineYet, OnlineBeforeRelease, UnknownName
from skriptstudio.domain.ports.library import Library
from skriptstudio.domain.production import Decision, Production, Publication, State

_NOT_YET = frozenset({State.IDEA, State.SCRIPT, State.SCRIPT_CHECK, State.SCRIPT_READY, State.RECORD, State.SELECT})


def published(library: Library, since: date | None = None) -> Iterator[Production]:
    """All productions that were ever published, newest first; only those that may have been are opened.

    Args:
        library: to look through.
        since: leave out what was begun before this day.
    """
    for summary in library.list():
        if since is not None and summary.created.date() < since:
            continue
        if summary.takes and summary.state not in _NOT_YET:
            production = library.read(summary.id).record
            if production.publications:
                yield production


def first_release(production: Production) -> date | None:
    """Day on which the clip was released for the first time: before it nothing can have gone online by the rules.

    None where it was never released; what is online all the same must be noted, or no revocation finds it.
    """
    released = [entry.when for entry in production.history if entry.decision is Decision.RELEASED]
    if production.release is not None:
        released.append(production.release.when)
    return min(released).astimezone().date() if released else None


def require_publication(production: Production, on: date, url: str, today: date) -> None:
    """Refuse what can't be true of a clip that went online; for whoever notes it, by command or in the window.

    Args:
        production: the clip.
        on: the day.
        url: its address, empty where it isn't known yet.
        today: the present day.

    Raises:
        NotOnlineYet: the day is still to come.
        OnlineBeforeRelease: nobody had released the clip by then.
        NotAWebAddress: no browser would find it, or it would run something instead.
    """
    if on > today:
        raise NotOnlineYet(on.isoformat())
    released = first_release(production)
    if released is not None and on < released:
        raise OnlineBeforeRelease(on.isoformat(), released.isoformat())
    if url and (not is_address(url) or any(letter.isspace() or not letter.isprintable() for letter in url)):
        raise NotAWebAddress(url)


def noted_online(production: Production, publication: Publication) -> Production:
    """With a publication; one of that day on that channel only gets the address that is known now."""
    state = State.PUBLISHED if production.state in (State.RELEASED, State.PACKAGED) else production.state
    same = [one for one in production.publications if _is_same_post(one, publication)]
    noted = replace(publication, url=publication.url or next((one.url for one in same if one.url), ""))
    others = tuple(one for one in production.publications if one not in same)
    return replace(production, publications=(*others, noted), state=state)


def corrected(production: Production, before: Publication, on: date, url: str) -> Production:
    """With another day and address for one publication.

    Raises:
        UnknownName: it isn't noted like that any more.
    """
    if before not in production.publications:
        places = tuple(f"{one.profile} {one.on.isoformat()}" for one in production.publications)
        raise UnknownName("publication", f"{before.profile} {before.on.isoformat()}", places)
    now = replace(before, on=on, url=url)
    return replace(production, publications=tuple(now if one == before else one for one in production.publications))


def _is_same_post(one: Publication, other: Publication) -> bool:
    known = {one.url, other.url} - {""}
    return (one.profile, one.on) == (other.profile, other.on) and one.removed is None and len(known) <= 1
