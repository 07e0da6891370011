"""The phones of the acoustic model in the pocketsphinx wheel (US English, CMU's names)."""

VOWELS = frozenset("AA AE AH AO AW AY EH ER EY IH IY OW OY UH UW".split())
CONSONANTS = frozenset("B CH D DH F G HH JH K L M N NG P R S SH T TH V W Y Z ZH".split())
SILENCE = "SIL"
PHONES = VOWELS | CONSONANTS

Phones = tuple[str, ...]
"""How one word sounds; never empty. ``(SILENCE,)`` for what isn't spoken."""

UNSPOKEN: Phones = (SILENCE,)
