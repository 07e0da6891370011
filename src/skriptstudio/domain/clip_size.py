"""The size of every clip, upright for phones."""

CLIP_WIDTH_PX = 1080
CLIP_HEIGHT_PX = 1920
