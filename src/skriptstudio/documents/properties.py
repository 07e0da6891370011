"""What a Word document says of itself: its title and language, and nothing of who or what made it."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from skriptstudio.documents.text import cleaned

if TYPE_CHECKING:
    from docx.document import Document

_TITLE_CHARS = 250


def write_properties(document: "Document", title: str) -> None:
    """Say it in German, for screen readers, too; python-docx's template claims that Word for Mac had made it."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml.ns import qn

    for language in document.styles.element.xpath("./w:docDefaults//w:lang"):
        language.set(qn("w:val"), "de-DE")  # a screen reader would speak English
    about = document.core_properties
    about.title, about.author, about.comments, about.language = cleaned(title)[:_TITLE_CHARS], "", "", "de-DE"
    about.created = about.modified = datetime.now(UTC).replace(microsecond=0, tzinfo=None)
    links = document.part.package.rels if document.part.package else {}
    for name, link in list(links.items()):
        if link.reltype in (RELATIONSHIP_TYPE.EXTENDED_PROPERTIES, RELATIONSHIP_TYPE.THUMBNAIL):
            del links[name]
