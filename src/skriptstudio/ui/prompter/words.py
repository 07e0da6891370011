"""Times and figures as the prompter and the page around it write them."""


def decimal(seconds: float, language: str) -> str:
    """One figure after the comma, or the point in English."""
    text = f"{seconds:.1f}"
    return text if language == "en" else text.replace(".", ",")


def clock_text(seconds: float) -> str:
    """``0:09``."""
    whole = int(max(0.0, seconds))
    return f"{whole // 60}:{whole % 60:02}"


def tenths_text(seconds: float, language: str) -> str:
    """``0:12,4``, or with a point in English; never more than has passed."""
    tenths = int(max(0.0, seconds) * 10)
    point = "." if language == "en" else ","
    return f"{tenths // 600}:{tenths // 10 % 60:02}{point}{tenths % 10}"
