"""Short random ids."""

import secrets

_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without i, l, o, 0, 1: ids are read aloud on the telephone."""


def new_id(prefix: str) -> str:
    """A short random id such as ``p7k3f9q2d``; 8 characters of 31 make a clash hopeless."""
    return prefix + "".join(secrets.choice(_ALPHABET) for _ in range(8))
