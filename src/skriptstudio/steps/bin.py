"""Station 3, the other way: takes thrown away, fetched back, and deleted in the end."""

from collections.abc import Callable, Collection

from skriptstudio.domain import bin as rules
from skriptstudio.domain.desk import Desk
from skriptstudio.domain.ports.computer import BinNote, BinNotes
from skriptstudio.domain.production import Production
from skriptstudio.domain.take import Take

ForgetTraces = Callable[[Take], None]
"""Removes what this computer has kept about a take besides its film."""


class TakeBin:
    """The bin of one library.

    A take in it keeps its film until the program that threw it away ends.

    Args:
        desk: the library and who works in it.
        notes: what lies in bins on this computer.
        library: the library's folder, as the notes name it.
        forget_traces: called for each take that is deleted.
    """

    def __init__(self, desk: Desk, notes: BinNotes, library: str, forget_traces: ForgetTraces) -> None:
        self._desk = desk
        self._notes = notes
        self._library = library
        self._forget_traces = forget_traces

    def discard(self, wanted: str, take_id: str) -> Production:
        """Throw a take away; ``fetch_back`` undoes it.

        Raises:
            UnknownName: no such production or take.
            TakeInUse: the clip stands on it.
        """
        production = self._desk.open(wanted).record
        rules.discard(production, take_id, self._desk.anonymous(), self._desk.clock.now())
        note = BinNote(self._library, production.id, take_id)
        # Written down first: a note too many does no harm, a film that nobody remembers would stay for ever.
        self._notes.add(note)
        actor, now = self._desk.anonymous(), self._desk.clock.now()
        return self._desk.change(production.id, lambda p: rules.discard(p, take_id, actor, now), actor)

    def fetch_back(self, wanted: str, take_id: str) -> Production:
        """Undo ``discard``; nothing happens if the take isn't in the bin."""
        production = self._desk.open(wanted).record
        actor = self._desk.anonymous()
        changed = self._desk.change(production.id, lambda p: rules.fetch_back(p, take_id), actor)
        self._notes.forget([BinNote(self._library, production.id, take_id)])
        return changed

    def last_discarded(self, production_id: str) -> str | None:
        """Id of the take of a production that this program threw away last; None if there is nothing to undo."""
        mine = (n for n in self._notes.mine() if (n.library, n.production) == (self._library, production_id))
        return next((note.take for note in reversed(list(mine))), None)

    def empty(self, production_id: str, take_ids: Collection[str]) -> None:
        """Delete these takes of the bin for good; what isn't in it stays."""
        production = self._desk.library.read(production_id).record
        for binned in production.bin:
            if binned.take.id in take_ids:
                # The film goes first: without its entry nobody would find it again.
                self._desk.library.drop_media(production_id, binned.take.file)
                self._forget_traces(binned.take)
        if any(binned.take.id in take_ids for binned in production.bin):
            self._desk.change(production_id, lambda p: rules.without_binned(p, take_ids), self._desk.anonymous())
        self._notes.forget([BinNote(self._library, production_id, take_id) for take_id in take_ids])

    def delete(self, wanted: str, take_id: str) -> Take:
        """Throw a take away and delete it at once.

        Raises:
            UnknownName, TakeInUse: as in ``discard``.
        """
        production = self._desk.open(wanted).record
        take = production.take(take_id)
        self.discard(production.id, take_id)
        self.empty(production.id, {take_id})
        return take
