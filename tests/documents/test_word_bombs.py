"""Large and hostile documents, each read in a process of its own whose memory is measured."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

MAX_MEGABYTES = 300

_READER = """
import sys
from pathlib import Path
from skriptstudio.documents.scripts import ScriptFiles
from skriptstudio.domain.errors import SkriptStudioError
try:
    result = str(sum(len(section.text) for section in ScriptFiles().read(Path(sys.argv[1]))))
except SkriptStudioError as error:
    result = error.code
status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
print(result, int(status["VmHWM"].split()[0]) // 1024)
"""

_NAMES = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_KIND = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_RUN = (
    b"<w:r><w:rPr><w:rFonts w:ascii='Arial' w:hAnsi='Arial' w:cs='Arial'/><w:sz w:val='22'/><w:lang w:val='de-DE'/>"
    b"</w:rPr><w:t>Wir bauen die Br\xc3\xbccke am Markt, und alle schauen zu.</w:t></w:r>"
)
_PARAGRAPH = b"<w:p w:rsidR='00A1' w:rsidP='00A1'><w:pPr><w:pStyle w:val='Text'/></w:pPr>" + _RUN * 3 + b"</w:p>"


def word_file(path: Path, body: bytes, before: bytes = b"", picture: int = 0) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        package.writestr(
            "_rels/.rels",
            b"<Relationships><Relationship Type='" + _KIND + b"' Target='word/document.xml'/></Relationships>",
        )
        package.writestr(
            "word/document.xml", before + b"<w:document " + _NAMES + b"><w:body>" + body + b"</w:body></w:document>"
        )
        if picture:
            package.writestr("word/media/image1.png", bytes(picture))
    return path


def read_apart(path: Path) -> tuple[str, int]:
    """Error code or number of characters, and the largest memory in MB."""
    if not Path("/proc/self/status").exists():
        pytest.skip("only Linux tells the peak of a process without what its parent had")
    done = subprocess.run(
        [sys.executable, "-c", _READER, str(path)], capture_output=True, text=True, check=True, timeout=60
    )
    result, peak = done.stdout.split()
    return result, int(peak)


def test_five_hundred_pages_are_read_in_little_memory(tmp_path: Path) -> None:
    result, peak = read_apart(word_file(tmp_path / "a.docx", _PARAGRAPH * (500 * 14), picture=100_000_000))
    assert int(result) > 500 * 14 * 150
    assert peak < MAX_MEGABYTES


@pytest.mark.parametrize(
    "body",
    [b"<w:p/>" * 4_900_000, b"<w:p " + b"".join(b"a%x='' " % n for n in range(1_000_000)) + b"/>", b"<w:p/>" * 700_000],
    ids=["empty paragraphs", "attributes", "as many as may be"],
)
def test_dense_documents_stay_within_their_memory(tmp_path: Path, body: bytes) -> None:
    result, peak = read_apart(word_file(tmp_path / "a.docx", body))
    assert result in ("large_script", "empty_script")
    assert peak < MAX_MEGABYTES


def test_entities_are_refused_and_no_outer_file_is_ever_read(tmp_path: Path) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("streng geheim", encoding="utf-8")
    outer = f"<!DOCTYPE d [<!ENTITY a SYSTEM '{secret.as_uri()}'>]>".encode()
    laughs = b"<!DOCTYPE d [<!ENTITY a 'ha'>" + b"<!ENTITY b '" + b"&a;" * 1000 + b"'>]>"
    body = b"<w:p><w:r><w:t>&a;</w:t></w:r></w:p>"
    for before in (outer, laughs):
        result, peak = read_apart(word_file(tmp_path / "a.docx", body, before))
        assert result == "unreadable_script"
        assert peak < MAX_MEGABYTES
