"""The door: window, command line, or self-test."""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window where nothing or ``open`` is asked for, otherwise run a command.

    ``--self-test [RESULT.json]`` proves that the program works on this machine. ``--apart`` is
    how the program decodes media from outside, see ``media/apart``.

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
    if asked[0] == "--apart":
        from skriptstudio.media.apart.child import main as serve

        return serve()
    from skriptstudio.cli.main import run

    return run(asked)


if __name__ == "__main__":
    sys.exit(main())
