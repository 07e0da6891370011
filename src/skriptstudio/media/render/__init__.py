"""From a cut to a clip: compose, encode, loudness, cards."""
