"""A document appears whole or not at all."""

import errno
import os
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from skriptstudio.domain.errors import DiskFull, DriveFault


def write_whole(target: Path, data: bytes) -> None:
    """Put ``data`` in the place of ``target``.

    Raises:
        DiskFull, DriveFault: nothing was changed.
    """
    temporary = target.with_name(f".{target.stem[:24]}-{token_hex(4)}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise DiskFull(str(target)) from error
        raise DriveFault(str(target), error.strerror or type(error).__name__) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
