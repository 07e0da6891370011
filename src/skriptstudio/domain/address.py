"""Addresses of cameras on the network: with a login for whoever connects, without one for everybody else.

A login lives in memory only. Whatever is stored, shown or logged goes through ``showable``.
"""

from urllib.parse import quote, urlsplit, urlunsplit


def is_address(text: str) -> bool:
    """Whether a camera may answer there."""
    try:
        parts = urlsplit(text.strip())
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def showable(source: str) -> str:
    """A camera's name as it may be stored and shown: an address loses its login, all else stays as it is.

    The login is whatever stands in front of the last @ of the place, well-formed or not.
    """
    scheme, slashes, rest = source.partition("://")
    if not slashes or scheme.lower() not in ("http", "https"):
        return source
    place, slash, path = rest.partition("/")
    return f"{scheme}://{place.rpartition('@')[2]}{slash}{path}"


def with_login(address: str, user: str, password: str) -> str:
    """The address with a login in it, which replaces one that is there; without a user it stays as it is."""
    if not user:
        return address
    parts = urlsplit(showable(address))
    login = f"{quote(user, safe='')}:{quote(password, safe='')}"
    return urlunsplit(parts._replace(netloc=f"{login}@{parts.netloc}"))
