"""Who sits at this machine, as the operating system knows it."""

import getpass
import os
import platform
import socket
import sys

UNKNOWN = "unknown"


class SystemIdentity:
    """The ``Identity`` port.

    The account is asked of the system first: ``USER`` and ``LOGNAME``, which
    ``getpass`` believes, can be set by anybody to another person's name.
    """

    @property
    def account(self) -> str:
        return _account_of_system() or _account_of_environment() or UNKNOWN

    @property
    def machine(self) -> str:
        return platform.node() or socket.gethostname() or UNKNOWN


def _account_of_system() -> str:
    if sys.platform == "win32":
        try:
            return os.getlogin()
        except OSError:
            return ""
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return ""


def _account_of_environment() -> str:
    try:
        return getpass.getuser()
    except (KeyError, ImportError, OSError):
        return ""
