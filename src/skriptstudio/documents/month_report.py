"""The monthly report for the head of the house: one A4 page, always in German (need A42)."""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from skriptstudio.documents.pages import add_heading, new_page, save
from skriptstudio.documents.report_parts import Picture, add_bullets, add_cells, add_pictures, add_tiles, add_title
from skriptstudio.domain.charts import Bar, Spread
from skriptstudio.domain.comparison import Comparison, Verdict
from skriptstudio.domain.goals import Progress
from skriptstudio.domain.month_report import Month, MonthReport, ReportClip, minutes_a_clip
from skriptstudio.domain.ports.media import ChartPainter
from skriptstudio.domain.results import Figures, Measure
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.messages.dates import month_name
from skriptstudio.messages.result_words import figure_shown, group_name, measure_name, standing_name, verdict_text
from skriptstudio.messages.words import channel_name

if TYPE_CHECKING:
    from docx.document import Document

_GERMAN = Speaker("de")
_MOST_CLIPS = 6
_MOST_GOALS = 3
_MOST_GROUPS = 4
_CHART_PX = (960, 520)
_GOAL_PX = (500, 32)
_HALF_MM = 80
_LONGEST_TITLE = 52
_MOST_CHANNELS = 2
_MILLION = 1_000_000

NOTE = (
    "Zahlen: von Hand eingetragen oder aus den Exporten der Plattformen, je Veröffentlichung der letzte Stand nach "
    "24 Stunden, 7 oder 28 Tagen. Wo „–“ steht, hat noch niemand eine Zahl eingetragen. Aufwand: eingetragene Minuten, "
    "sonst aus dem Verlauf der Clips geschätzt. Angaben zu einzelnen Menschen gibt es in diesem Bericht nicht."
)


class MonthReportFiles:
    """The ``MonthReportWriter`` port; ``painter`` draws the charts."""

    def __init__(self, painter: ChartPainter) -> None:
        self._painter = painter

    def month(self, report: MonthReport, names: Mapping[str, str], house: str, target: Path) -> None:
        name = _month_text(report.month)
        document = new_page(f"Monatsbericht {name}", 10)
        add_title(document, f"Videos im {name}", " · ".join(filter(None, ("Monatsbericht", house))))
        document.add_paragraph().add_run(summary(report)).bold = True
        add_tiles(document, _tiles(report))
        add_pictures(document, [self._months(report), self._works(report, names)], _HALF_MM)
        self._add_clips(report, document)
        self._add_goals(report, document)
        add_heading(document, "Was wir daraus lesen", 2, 12)
        add_bullets(document, readings(report, names))
        add_bullets(document, [NOTE], small=True)
        save(document, target)

    def _months(self, report: MonthReport) -> Picture:
        bars = [_month_bar(one, one is report.months[-1]) for one in report.months]
        told = "; ".join(f"{bar.label}: {bar.text}" for bar in bars)
        png = self._painter.columns(bars, *_CHART_PX)
        return Picture("Aufrufe im Vergleich der Monate", png, f"Säulen: Aufrufe der Clips jedes Monats. {told}.")

    def _works(self, report: MonthReport, names: Mapping[str, str]) -> Picture:
        """The comparison that says the most; without one, the clips of the month."""
        ready = [one for one in report.comparisons if sum(group.enough for group in one.groups) > 1]
        if not ready:
            bars = [_clip_bar(one) for one in report.clips[:5]]
            told = "; ".join(f"{bar.label}: {bar.text}" for bar in bars) or "noch keine"
            png = self._painter.rows(bars, *_CHART_PX)
            return Picture("Aufrufe je Clip", png, f"Balken: die Clips mit den meisten Aufrufen. {told}.")
        chosen = next((one for one in ready if one.verdict is Verdict.BETTER), ready[0])
        spreads = [_spread(chosen, number, names) for number in range(_enough(chosen))][:_MOST_GROUPS]
        told = "; ".join(f"{one.label}: die Hälfte der Clips unter {one.text}" for one in spreads)
        title = f"Aufrufe nach {_TRAITS[chosen.trait.value]}, {channel_name(chosen.profile)}"
        text = f"Spannen je Gruppe: Linie alle Clips, Balken die mittlere Hälfte, Strich der mittlere Clip. {told}."
        return Picture(title, self._painter.spreads(spreads, *_CHART_PX), text)

    def _add_clips(self, report: MonthReport, document: "Document") -> None:
        more = len(report.clips) - _MOST_CLIPS
        add_heading(document, "Die Clips des Monats", 2, 12)
        head = ("Clip", "Kanal", "Aufrufe", "Gesehen", "Kommentare", "Geteilt", "Klicks", "Bewerb.")
        rows = [_clip_row(one) for one in report.clips[:_MOST_CLIPS]]
        if more > 0:
            rows.append((f"und {more} weitere", *[""] * (len(head) - 1)))
        if not rows:
            rows.append(("In diesem Monat ging kein Clip online.", *[""] * (len(head) - 1)))
        add_cells(document, head, rows, (50, 31, 16, 15.5, 20, 13.5, 12.5, 14.5))

    def _add_goals(self, report: MonthReport, document: "Document") -> None:
        if not report.goals:
            return
        add_heading(document, "Ziele", 2, 12)
        shown = report.goals[:_MOST_GOALS]
        pictures = [Picture("", self._painter.progress(g.share, g.elapsed, *_GOAL_PX), _goal_alt(g)) for g in shown]
        rows = [(_short(one.goal.name), "", _reached(one), _standing(one)) for one in shown]
        add_cells(document, ("Ziel", "Stand (Strich: Zeit)", "Erreicht", "Bis"), rows, (54, 42, 42, 35), {1: pictures})


_TRAITS = {"hook": "Art des Hooks", "format": "Format", "length": "Länge"}


def summary(report: MonthReport) -> str:
    """The month in one sentence."""
    month = report.month
    if not month.clips:
        return "In diesem Monat ging kein Clip online."
    clips = _number(month.clips, "Clip", "Clips")
    pieces = [f"{clips} mit {figure_text(month.totals, Measure.VIEWS)} Aufrufen" if month.totals.views else clips]
    if month.totals.applications:
        pieces.append(_number(month.totals.applications, "Bewerbung nennt", "Bewerbungen nennen") + " ein Video")
    if each := minutes_a_clip(report.effort):
        pieces.append(f"etwa {each} Minuten Arbeit je Clip")
    return f"{', '.join(pieces)}."


def readings(report: MonthReport, names: Mapping[str, str]) -> list[str]:
    """What may be said, and what is to be done."""
    told = []
    for one in report.comparisons:
        first = group_name(one.groups[0].key, one.trait, names, _GERMAN) if one.groups else ""
        told.append(f"{_TRAITS[one.trait.value]}: {verdict_text(one, first, _GERMAN)}")
    if len({one.verdict for one in report.comparisons}) == 1 and report.comparisons[0].verdict is Verdict.TOO_FEW:
        told = [f"Hook, Format, Länge: {verdict_text(report.comparisons[0], '', _GERMAN)}"]
    if report.month.unknown:
        of = f"{report.month.unknown} von {report.month.publications}"
        told.append(f"Für {of} Veröffentlichungen fehlen noch Zahlen.")
    if report.open_duties:
        points = _number(report.open_duties, "Punkt ist", "Punkte sind")
        told.append(f"Kanäle: {points} offen (Nutzungskonzept, Personalrat, Impressum, Alternative).")
    return told


def _tiles(report: MonthReport) -> list[tuple[str, str, str]]:
    """Figure, what it is, and what it was a month before."""
    now, before = report.month, report.before
    tiles = [(str(now.clips), "Clips online", f"Vormonat {before.clips}")]
    for measure in (Measure.VIEWS, Measure.COMMENTS, Measure.CLICKS, Measure.APPLICATIONS):
        was = figure_text(before.totals, measure)
        tiles.append((figure_text(now.totals, measure), measure_name(measure.value, _GERMAN), f"Vormonat {was}"))
    effort = report.effort
    note = f"{effort.typed} von {effort.clips} eingetragen" if effort.typed else "geschätzt"
    tiles.append((_hours(effort.minutes), "Aufwand", note if effort.clips else ""))
    return tiles


def _month_bar(month: Month, strong: bool) -> Bar:
    name = month_name(month.first.month, _GERMAN)
    views = month.totals.views
    return Bar(
        name[:3] if len(name) > 4 else name, Fraction(views or 0), figure_text(month.totals, Measure.VIEWS), strong
    )


def _clip_bar(clip: ReportClip) -> Bar:
    return Bar(clip.title, Fraction(clip.figures.views or 0), figure_text(clip.figures, Measure.VIEWS), True)


def _spread(comparison: Comparison, number: int, names: Mapping[str, str]) -> Spread:
    group = comparison.groups[number]
    label = f"{group_name(group.key, comparison.trait, names, _GERMAN)} ({group.count})"
    low, high = group.quartiles
    text = _shown(comparison.measure.value, group.median)
    return Spread(label, group.values[0], low, group.median, high, group.values[-1], text)


def _enough(comparison: Comparison) -> int:
    return sum(group.enough for group in comparison.groups)


def _clip_row(clip: ReportClip) -> tuple[str, ...]:
    channels = ", ".join(_CHANNELS.get(key, channel_name(key)) for key in clip.profiles)
    if len(clip.profiles) > _MOST_CHANNELS:
        channels = f"{len(clip.profiles)} Kanäle"
    measures = (Measure.VIEWS, Measure.SHARE, Measure.COMMENTS, Measure.SHARES, Measure.CLICKS, Measure.APPLICATIONS)
    return (_short(clip.title), channels, *(figure_text(clip.figures, measure) for measure in measures))


_CHANNELS = {"ig_reels": "Instagram", "yt_shorts": "YouTube", "fb_reels": "Facebook"}


def _reached(one: Progress) -> str:
    counts = one.goal.counts
    reached, target = _shown(counts, one.reached), _shown(counts, one.goal.target)
    return f"{reached} von {target} {measure_name(counts, _GERMAN)}"


def _standing(one: Progress) -> str:
    return f"{one.goal.until:%d.%m.}, {standing_name(one.standing.value, _GERMAN)}"


def _goal_alt(one: Progress) -> str:
    return f"{one.goal.name}: {_reached(one)} bis {_standing(one)}. Der Strich zeigt, wie viel Zeit vorbei ist."


def figure_text(figures: Figures, measure: Measure) -> str:
    """A figure, or a dash where nobody knows it."""
    value = figures.of(measure)
    return "–" if value is None else _shown(measure.value, value)


def _shown(measure: str, value: int | Fraction) -> str:
    """As everywhere, but millions in short: a column has room for seven digits."""
    if value >= _MILLION:
        return f"{float(value) / _MILLION:.1f} Mio.".replace(".", ",", 1)
    return figure_shown(measure, value, _GERMAN)


def _month_text(month: Month) -> str:
    return f"{month_name(month.first.month, _GERMAN)} {month.first.year}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_TITLE else text[: _LONGEST_TITLE - 1].rstrip() + "…"


def _hours(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return f"{hours}:{rest:02d} h" if minutes else "–"


def _number(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
