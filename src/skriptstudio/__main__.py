"""The door: window, command line, or self-test."""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window where nothing or ``open`` is asked for, otherwise run a command.

    ``--self-test [RESULT.json]`` proves that the program works on this machine. ``--look`` is
    how the program looks at films from outside, see ``media/look/apart.py``.

    Returns:
        The exit status.
    """
    asked = list(sys.argv[1:] if arguments is None else arguments)
    if not asked or asked[0] == "open":
        from skriptstudio.ui.app import open_window

        return open_window(asked[1:])
    if asked[0] == "--self-test":
        from skriptstudio.ui.self_test import run_self_test

        return run_self_test(asked[1:])
    if asked[0] == "--look":
        from skriptstudio.media.look.apart import look_at

        return look_at(asked[1:])
    from skriptstudio.cli.main import run

    return run(asked)


if __name__ == "__main__":
    sys.exit(main())
