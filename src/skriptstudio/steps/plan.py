"""Station 1: an idea becomes a production."""

from collections.abc import Sequence

from skriptstudio.domain.desk import Desk
from skriptstudio.domain.errors import UnknownName
from skriptstudio.domain.ids import new_id
from skriptstudio.domain.production import Production, Summary, TopicClass


class Plan:
    """Start productions and find them again.

    Args:
        desk: library, clock and who sits there.
        formats: keys of the known series formats.
    """

    def __init__(self, desk: Desk, formats: Sequence[str]) -> None:
        self._desk = desk
        self._formats = formats

    def new(
        self, title: str, format_key: str = "", by: str = "", topic: TopicClass = TopicClass.HARMLESS
    ) -> Production:
        """Create a production; ``by`` is noted as who began it (not as an author).

        Raises:
            UnknownName: no such format or person.
        """
        if format_key and format_key not in self._formats:
            raise UnknownName("format", format_key, tuple(self._formats))
        begun_by = self._desk.act_as(by)[0].id if by else self._desk.anonymous().person
        production = Production(
            id=new_id("p"),
            title=" ".join(title.split()) or "Ohne Titel",
            created=self._desk.clock.now(),
            format=format_key,
            topic=topic,
            begun_by=begun_by,
        )
        self._desk.library.create(production)
        return production

    def list(self, search: str = "") -> tuple[Summary, ...]:
        """All productions that hold ``search``, newest first."""
        return self._desk.library.list(search)
