"""What a source file really holds: its hash, read once for each state of the file."""

import json
from hashlib import file_digest
from pathlib import Path

from skriptstudio.domain.errors import MissingFile
from skriptstudio.media.render.kept import Kept, KeptFolder, key_of
from skriptstudio.media.render.whole import drive_error


def content_hash(path: Path, kept: KeptFolder) -> str:
    """SHA-256 of a file in hexadecimal; remembered as long as name, size and time of change stay.

    Raises:
        MissingFile, DriveFault: it can't be read.
    """
    try:
        facts = path.stat()
        key = key_of(["file", str(path.absolute()), facts.st_size, facts.st_mtime_ns, facts.st_ino])
        known = kept.get(key)
        if known is not None:
            return str(json.loads(known.data))
        with path.open("rb") as file:
            digest = file_digest(file, "sha256").hexdigest()
        kept.put(key, Kept(json.dumps(digest).encode(), {}, (digest,)))
    except FileNotFoundError as error:
        raise MissingFile(path=str(path)) from error
    except OSError as error:
        raise drive_error(error, path) from error
    return digest
