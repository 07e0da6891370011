"""The parts of a Word document, opened with care: it may be broken, locked or hostile."""

import posixpath
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from skriptstudio.domain.errors import LargeScript, OldWordScript, ProtectedScript, UnreadableScript

MAX_FILE_BYTES = 100_000_000
MAX_UNPACKED_BYTES = 300_000_000
"""All members together: a script with photographs stays far below. Pictures are never unpacked."""

MAX_XML_BYTES = 30_000_000
"""One XML member."""

MAX_TREE_BYTES = 180_000_000
"""What the parsed text of one member may take; a document of 500 pages takes about a third."""

MAX_MEMBERS = 3000

OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Begins a document with a password, and one of Word before 2007."""

ZIP_MARK = b"PK\x03\x04"

_BYTES_A_NODE, _BYTES_AN_ATTRIBUTE = 120, 220
"""What libxml2 takes for each."""

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    LookupError,
    ValueError,
    EOFError,
    RuntimeError,  # a member with a password
    NotImplementedError,
    OSError,
    SyntaxError,
)

Tree = Any
"""An lxml element, which has no types."""


@dataclass(frozen=True)
class WordParts:
    """The XML of a document: the text itself, and what hangs on it by kind ("comments", "header", ...)."""

    document: Tree
    others: dict[str, list[Tree]] = field(default_factory=dict)


def parts_of(path: Path) -> WordParts:
    """Unpack and parse what a reader sees of a document. Macros, pictures and links stay untouched.

    Raises:
        ProtectedScript: it has a password.
        OldWordScript: it is of Word before 2007.
        LargeScript: it, or what comes out of it, is far larger than any script.
        UnreadableScript: broken, or no Word document.
    """
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise LargeScript(str(path))
        _refuse_ole(path)
        with zipfile.ZipFile(path) as package:
            _require_harmless(package, path)
            return _parts(package, path)
    except _BROKEN as error:
        raise UnreadableScript(str(path)) from error


def _refuse_ole(path: Path) -> None:
    with path.open("rb") as file:
        if file.read(len(OLE_MARK)) != OLE_MARK:
            return
        content = file.read()
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise ProtectedScript(str(path))
    if "WordDocument".encode("utf-16-le") in content:
        raise OldWordScript(str(path))
    raise UnreadableScript(str(path))


def _require_harmless(package: zipfile.ZipFile, path: Path) -> None:
    """Look at the list of members before anything is unpacked."""
    members = package.infolist()
    if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > MAX_UNPACKED_BYTES:
        raise LargeScript(str(path))


def _parts(package: zipfile.ZipFile, path: Path) -> WordParts:
    names = {name.lower(): name for name in package.namelist()}

    def tree(name: str) -> Tree:
        found = names.get(name.lstrip("/").lower())
        return None if found is None else _parsed(_unpacked(package, found, path), path)

    def related(base: str, relations: str) -> list[tuple[str, str]]:
        """Kind and place of what a part refers to inside of the package."""
        root = tree(relations)
        return [
            (
                str(link.get("Type", "")).rpartition("/")[2],
                posixpath.normpath(posixpath.join(base, link.get("Target", ""))),
            )
            for link in (root if root is not None else ())
            if link.get("TargetMode") != "External"
        ]

    main = next((place for kind, place in related("", "_rels/.rels") if kind == "officeDocument"), "")
    document = tree(main) if main else None
    if document is None or tag_of(document) != "document":
        raise UnreadableScript(str(path))
    folder, name = posixpath.split(main)
    others: dict[str, list[Tree]] = {}
    for kind, place in related(folder, posixpath.join(folder, "_rels", f"{name}.rels")):
        if kind in ("comments", "footnotes", "endnotes", "header", "footer", "styles"):
            part = tree(place)
            if part is not None:
                others.setdefault(kind, []).append(part)
    return WordParts(document, others)


def _unpacked(package: zipfile.ZipFile, name: str, path: Path) -> bytes:
    with package.open(name) as member:
        data = member.read(MAX_XML_BYTES + 1)
    if len(data) > MAX_XML_BYTES or _tree_bytes(data) > MAX_TREE_BYTES:
        raise LargeScript(str(path))
    return data


def _tree_bytes(data: bytes) -> int:
    """At most this much does the parsed tree take: a tag and the text behind it, and each attribute."""
    return len(data) + data.count(b"<") * _BYTES_A_NODE + data.count(b"=") * _BYTES_AN_ATTRIBUTE


def _parsed(data: bytes, path: Path) -> Tree:
    from lxml import etree

    if b"<!DOCTYPE" in data:
        raise UnreadableScript(str(path))  # the format forbids it; entities are declared there
    parser = etree.XMLParser(
        encoding="utf-8",  # an odd encoding would hide tags from the two looks above
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    return etree.fromstring(data, parser)


def tag_of(element: Tree) -> str:
    """Name without namespace, which Word has two of."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: Tree, name: str) -> str:
    """Value of an attribute in any namespace, empty if there is none."""
    return next((str(value) for key, value in element.items() if key.rpartition("}")[2] == name), "")


def child(element: Tree, *names: str) -> Tree:
    """The element under ``element`` by its path of names, or None."""
    for name in names:
        element = next((inner for inner in element if tag_of(inner) == name), None)
        if element is None:
            return None
    return element
