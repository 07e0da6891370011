"""In which line of a JSON text each of its values begins."""

import re

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')


def line_of(text: str, wanted: str) -> int:
    """The line, counted from 1, of the value at a path like ``ideas[3].name``.

    Where there is no such value, it is the line of the last one on the way to it.

    Args:
        text: valid JSON.
        wanted: names joined by dots, indices in brackets; empty for the whole.
    """
    best, best_length = 1, -1
    path: list[str] = []
    """One entry an open container: the present name, or the index as ``[n]``."""
    is_name = False
    for token in _TOKEN.finditer(text):
        sign = token.group()
        here = "".join(path).lstrip(".")
        if sign in ",:":
            if sign == "," and path and path[-1].startswith("["):
                path[-1] = f"[{int(path[-1][1:-1]) + 1}]"
            is_name = sign == "," and bool(path) and not path[-1].startswith("[")
            continue
        if sign in "}]":
            path.pop()
            is_name = False
            continue
        if is_name:
            path[-1] = "." + sign.strip('"')
            is_name = False
            continue
        if len(here) > best_length and _leads_to(here, wanted):
            best, best_length = text.count("\n", 0, token.start()) + 1, len(here)
        if sign in "{[":
            path.append("" if sign == "{" else "[0]")
            is_name = sign == "{"
    return best


def _leads_to(here: str, wanted: str) -> bool:
    return wanted == here or not here or (wanted.startswith(here) and wanted[len(here)] in ".[")
