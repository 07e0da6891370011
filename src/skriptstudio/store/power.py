"""Whether the computer runs on its battery: then nothing is done ahead."""

import sys
from contextlib import suppress
from pathlib import Path

_SUPPLIES = Path("/sys/class/power_supply")


def on_battery(supplies: Path = _SUPPLIES) -> bool:
    """True only where it is known; a computer without a battery says nothing.

    Args:
        supplies: where Linux lists its sources of power.
    """
    if sys.platform == "win32":
        return _windows_on_battery()
    for path in sorted(supplies.glob("*/online")):
        with suppress(OSError):
            kind = path.with_name("type").read_text(encoding="ascii").strip()
            if kind == "Mains":
                return path.read_text(encoding="ascii").strip() == "0"
    return False


def _windows_on_battery() -> bool:
    """``GetSystemPowerStatus``: the first byte is 0 on battery, 1 on mains, 255 if unknown."""
    import ctypes

    status = (ctypes.c_byte * 12)()
    known = ctypes.windll.kernel32.GetSystemPowerStatus(status)  # type: ignore[attr-defined,unused-ignore]
    return bool(known) and status[0] == 0
