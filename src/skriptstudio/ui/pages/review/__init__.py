"""Review: the inbox, and the clip with its captions, comments and release."""
