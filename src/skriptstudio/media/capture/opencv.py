"""``cv2`` as the program wants it. Everybody here imports it from this module.

OpenCV's wheel for Linux carries Qt plugins of its own and points Qt to them, which
would break our window; its backends talk to stderr, which belongs to us; and on
Windows one of them takes 20 s to open a camera unless told not to (measured.md).
"""

import os

os.environ.setdefault("OPENCV_VIDEOIO_MSMF_ENABLE_HW_TRANSFORMS", "0")
os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")

import cv2

for name in ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR"):
    os.environ.pop(name, None)
cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)

__all__ = ["cv2"]
