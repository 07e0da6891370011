"""Makes the handbook's pictures: an invented library, the real window, one PNG a page.

Run it as ``python docs/handbuch/bilder_machen.py`` after a page has changed. It
needs no screen, no camera and no network, and leaves nothing behind but
``bilder/*.png``; a name such as ``planen`` makes that picture alone.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from skriptstudio.assembly.house import House
    from skriptstudio.domain.take import TakeFinding
    from skriptstudio.ui.pages.review.page import ReviewPage
    from skriptstudio.ui.program import Program
    from skriptstudio.ui.window import Window

PICTURES = Path(__file__).parent / "bilder"
SIZE = (1366, 688)
MOST_BYTES = 120_000
COLOURS = (256, 128, 64)
"""How many of them a picture may keep; fewer where it would be too big."""
TIMEOUT_SECONDS = 60.0
CALM_SECONDS = 0.5
"""So long nothing may be on its way before a picture is taken."""

LIVE_CALM_SECONDS = 0.3
"""The same where the live picture looks for a face twice a second."""

TAKE_SECONDS = 3.0
"""So much of a take has passed in the picture of the prompter."""

MIRA, JONAS, KATRIN = "Mira Albrecht", "Jonas Weber", "Katrin Behrens"
SURVEY, ROAD, DEPOT, COFFEE, WORD, STAMP = (
    "Ein Tag in der Vermessung",
    "Vom Schlagloch zum Radweg",
    "Was macht der Bauhof im Winter?",
    "Im Amt trinken alle nur Kaffee",
    "Was heißt Veränderungssperre?",
    "Ding der Woche: der Stempel",
)
TEXT = "In 30 Sekunden siehst du, wie ein Tag bei uns wirklich ist. Würdest du mitkommen?"
HASHTAGS = ("ein tag im amt", "ausbildung auenau")
SCRIPTS = {
    SURVEY: (
        "## Hook\nMein Büro hat heute keine Wände.\n"
        "## Nutzen\nDu siehst, womit ich Straßen vermesse.\n"
        "## Aufruf\nKomm eine Woche zum Praktikum.\n"
    ),
    ROAD: (
        "## Hook\nHier hat mein Fahrrad geweint.\n"
        "## Nutzen\nIch zeige dir, wie aus dem Schlagloch ein Radweg wird.\n"
        "## Szene 1\nZuerst fräsen wir den alten Asphalt ab.\n"
        "## Szene 2\nDann kommt die neue Decke, und die ist 150 Grad heiß.\n"
        "## Aufruf\nSchreib uns, wo dein Weg klemmt.\n"
    ),
    DEPOT: (
        "## Hook\nHallo, ich bin Mira vom Bauhof und zeige euch heute unseren Fuhrpark.\n"
        "## Nutzen\nDu erfährst, warum wir im Winter um drei Uhr aufstehen.\n"
        "## Szene 1\nDas hier ist der Streuer. Er wird mit vier Tonnen Salz beladen.\n"
        "## Szene 2\nUm drei fahren wir los. Um sechs sind die Straßen frei.\n"
        "## Aufruf\nKomm eine Woche zum Praktikum.\n"
    ),
    COFFEE: (
        "## Hook\nIm Amt trinken alle nur Kaffee.\n"
        "## Nutzen\nWir haben einen Tag lang mitgezählt.\n"
        "## Aufruf\nFrag uns, was du noch glaubst.\n"
    ),
    STAMP: "## Hook\nDieser Stempel ist älter als ich.\n## Aufruf\nRate, was er kann.\n",
}
ONLINE = (
    "Grenzstein oder Deko?",
    "400 Briefe, eine Stunde, ich",
    "Warum kostet ein Ausweis Geld?",
    "60 Rechner, ein Vormittag",
    "Wer war heute Nacht da?",
    "Drei Zentimeter Geschichte",
    "Muss ich gut in Mathe sein?",
    "12 Stockwerke, 12 Berufe",
    "Was lag in den Büchern?",
    "3.000 Tonnen. Kein Witz.",
    "Wie gerade ist gerade genug?",
    "50.000 Blumen und ich",
)
"""Clips of the page with the results, the newest first."""
PACKAGE_FOLDER = Path("/home/mira/Videos/SkriptStudio")
"""Shown on the page Publish in place of the temporary folder, which has another name each time."""


def main(wanted: list[str]) -> None:
    """Make the pictures named, or all."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory(prefix="handbuch-", ignore_cleanup_errors=True) as folder:
        home = Path(folder) / "mira"
        _live_in(home)
        library = home / "Videos" / "SkriptStudio"
        Book(library, wanted).make()


def _live_in(home: Path) -> None:
    """Let the program find nothing of the real user's, and write nothing there."""
    places = {"CONFIG": ".config", "DATA": ".local/share", "CACHE": ".cache", "STATE": ".local/state"}
    for name, place in places.items():
        (home / place).mkdir(parents=True)
        os.environ[f"XDG_{name}_HOME"] = str(home / place)
    (home / "Videos").mkdir()
    os.environ["HOME"] = os.environ["USERPROFILE"] = str(home)
    for name in ("SKRIPTSTUDIO_LIBRARY", "SKRIPTSTUDIO_SPOOL"):
        os.environ.pop(name, None)


# --- the library


class _Silent:
    """Nobody watches these recordings."""

    def started(self) -> None: ...

    def progress(self, seconds: Fraction, level_db: float) -> None: ...

    def warned(self, finding: TakeFinding) -> None: ...


def fill(library: Path) -> None:
    """Three people and six videos, each at another point of the way."""
    from skriptstudio.assembly.house import House
    from skriptstudio.domain.captions import Cue
    from skriptstudio.domain.people import Hat, Person
    from skriptstudio.steps.post import PostWish

    house = House(str(library))
    house.people.add(Person("u1", MIRA, (Hat.TEAM,), minor=True, guardians=("Anke Albrecht", "Uwe Albrecht")))
    house.people.add(Person("u2", JONAS, (Hat.TEAM,)))
    house.people.add(Person("u3", KATRIN, (Hat.PRESS,)))
    today = house.desk.clock.today()
    house.people.add_consent("c1", "u1", ("ig_reels", "tiktok", "yt_shorts", "website"), today + timedelta(days=380))
    house.people.add_consent("c2", "u2", ("intranet", "website"), today + timedelta(days=12))
    house.plan.new(WORD, "ein_wort_amtsdeutsch", by="u2")
    coffee = _written(house, COFFEE, "klischee_check", "u2")
    road = _written(house, ROAD, "vorher_nachher", "u1")
    survey = _written(house, SURVEY, "ein_tag_im_amt", "u2")
    _written(house, DEPOT, "in_30_sekunden_erklaert", "u1")
    films = [_recorded(house, survey, section) for section in ("hook", "value", "cta")]
    for section, film in zip(("hook", "value", "cta"), films, strict=True):
        house.record.import_take(coffee, film, section, ("u1",))
    for section, film in zip(("hook", "hook", "value"), (films[0], films[2], films[1]), strict=True):
        house.record.import_take(road, film, section, ("u1",))
    house.review.comment(survey, Fraction(2), "Das Schild im Hintergrund ist gut zu lesen.", "u2")
    stamp = _written(house, STAMP, "ding_der_woche", "u2")
    house.record.import_take(stamp, films[0], "hook", ("u3",))
    for production in (coffee, survey, stamp):
        house.review.set_cut(production, (), "Ausbildung beim Landkreis Auenau")
        house.posts.change(production, PostWish(TEXT, HASHTAGS, location="Auenau"))
        house.review.hand_in(production, "u2")
    line = Cue(Fraction(0), Fraction(2), ("Im Amt trinken", "alle nur Kaffee."), by_hand=True)
    house.review.save_captions(coffee, (line,), "u2")  # in its film somebody says something else
    house.review.confirm_captions(coffee, "u3")
    house.review.release(coffee, "u3")
    _planned(house, coffee, survey)


def _planned(house: House, *productions: str) -> None:
    """A rhythm of four or five days, two videos, a free day, two ideas and a day without a post."""
    from skriptstudio.domain.plan_book import Leave, LeaveKind
    from skriptstudio.domain.plan_fill import pick_of_idea
    from skriptstudio.steps.rhythm import NOTHING

    rhythm = house.rhythm
    rhythm.set_rhythm(minutes=200, first=house.desk.clock.today() + timedelta(days=2))
    days = [one.day for one in rhythm.outlook().days]
    ideas = (pick_of_idea(house.ideas.find(key)) for key in ("50", "52"))
    picks = (*(rhythm.pick(one) for one in productions), None, *ideas, NOTHING)
    for day, pick in zip(days, picks, strict=False):
        if pick is not None:
            rhythm.assign(day, pick, MIRA)
    house.plan_papers.set_batch(days[0] + timedelta(days=2), house.ideas.by_key())
    first, last = days[0], days[0] + timedelta(days=90)
    rhythm.add_leave(Leave("l1", JONAS, LeaveKind.SCHOOL, first, last, weekdays=(1,)))
    house.ideas.ask("Muss man im Amt früh aufstehen?")


def _written(house: House, title: str, format_key: str, by: str) -> str:
    production = house.plan.new(title, format_key, by=by)
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "skript.md"
        script.write_text(SCRIPTS[title], encoding="utf-8")
        house.write.import_script(production.id, script, by)
    return production.id


def _recorded(house: House, production: str, section: str) -> Path:
    """A take of the built-in presenter, and its film."""
    from skriptstudio.domain.jobs import JobControl

    order = house.record.order(production, "demo", "demo", section, Fraction(4), ("u1",))
    return house.record.record(order, _Silent(), JobControl())[1]


def fill_results(house: House) -> None:
    """Twelve clips that went online one after the other, with invented figures and two kinds of hooks."""
    from skriptstudio.domain.production import Production, Publication, State
    from skriptstudio.domain.results import AGE, Figures, Moment
    from skriptstudio.domain.take import Take

    now, today = house.desk.clock.now(), house.desk.clock.today()
    for number, title in enumerate(ONLINE):
        on = today - timedelta(days=1 + 6 * number)
        take = Take("t1", "whole", "film.mp4", "0" * 64, Fraction(22), 660, now)
        clip = Production(f"online{number}", title, now, format="ding_der_woche").with_take(take)
        house.library.create(replace(clip, state=State.PUBLISHED, publications=(Publication("tiktok", on),)))
        asks = title.endswith("?")
        for moment, grown in zip(Moment, (4, 8, 9), strict=True):
            read = on + AGE[moment]
            if number and read <= today:
                views = (900 if asks else 310) * grown + 170 * (number * 7 % 5)
                figures = Figures(views, comments=views // 160, shares=views // 210, applications=views // 5000)
                house.results.add(clip.id, "tiktok", moment, figures, read=read)
        house.results.set_hook(clip.id, "frage" if asks else "zahl")


# --- the window


class Book:
    """Opens the window and goes from page to page.

    Args:
        library: where the invented library shall lie.
        wanted: names of the pictures to make; all if empty.
    """

    def __init__(self, library: Path, wanted: list[str]) -> None:
        from PySide6.QtWidgets import QApplication

        self._app: QApplication = QApplication([])
        self._library = library
        self._wanted = wanted
        self._program: Program | None = None

    def make(self) -> None:
        """Every picture, in the order of the chapters."""
        self._welcome()
        fill(self._library)
        self._open(str(self._library))
        self._act_as(MIRA)
        self._show("planen", "plan", ROAD)
        self._plan()
        self._questions()
        self._show("schreiben", "write", DEPOT)
        self._window_settings(camera="demo", microphone="demo")
        self._record()
        self._act_as(KATRIN)
        self._show("pruefen-eingang", "review", "")
        self._review_clip()
        self._publish()
        self._people()
        self._results()
        self._show("einstellungen", "settings", "")
        self._close()
        self._open(str(self._library), "dark")
        self._show("einstellungen-dunkel", "settings", "")
        self._close()

    @property
    def program(self) -> Program:
        """The one that is open."""
        assert self._program is not None
        return self._program

    def _welcome(self) -> None:
        """The first run, with the name typed in."""
        from skriptstudio.ui.pages.welcome.page import WelcomePage

        self._open(None)
        page = self.program.window.current
        assert isinstance(page, WelcomePage)
        page.name.setText(MIRA)
        self._shoot("willkommen")
        self._close()

    def _open(self, library: str | None, scheme: str = "light") -> None:
        from skriptstudio.store.settings import SettingsFile
        from skriptstudio.ui.program import Program

        SettingsFile().save(replace(SettingsFile().load(), scheme=scheme))
        self._program = Program(self._app, library, language="de")
        self.program.window.resize(*SIZE)
        self.program.window.show()
        self._wait(lambda: self.program.window.page in ("plan", "welcome"))
        self._settle()

    def _close(self) -> None:
        self.program.window.close()
        self.program.window.deleteLater()
        self._program = None
        self._app.processEvents()

    def _window_settings(self, **values: object) -> None:
        self.program.session.change_settings(**values)

    def _act_as(self, name: str) -> None:
        session = self.program.session
        session.act_as(next(person for person in session.staff.people if person.name == name))

    def _show(self, picture: str, page: str, title: str, calm: float = CALM_SECONDS) -> None:
        """Go to a page with a production open, or with none, and take its picture."""
        window, session = self.program.window, self.program.session
        if title:
            window.open_production(title)
            self._wait(lambda: session.production is not None and session.production.title == title)
        else:
            session.show_production(None)
        window.go(page)
        self._shoot(picture, calm)

    def _plan(self) -> None:
        """An idea that is about to be planned, and the question for the rhythm."""
        from skriptstudio.ui.pages.plan.page import PlanPage
        from skriptstudio.ui.widgets.dialog import open_dialog

        window = self.program.window
        page = window.current
        assert isinstance(page, PlanPage)
        page.board.ideas.grid.choose("5")
        page.board.coming.days.choose(page.board.coming.days.rows_model.rows[2].key)
        self._shoot("planen-tag")
        page.board.coming.tune.click()
        self._shoot("planen-takt")
        dialog = open_dialog(window)
        assert dialog is not None
        dialog.dismiss()
        page.board.clear_choice()
        page.board.coming.calendar.click()
        self._settle()
        page.board.month.forward.click()
        self._shoot("planen-kalender")
        page.board.coming.calendar.click()
        self._settle()

    def _questions(self) -> None:
        """Two answered, the third one begun."""
        from skriptstudio.domain.brief import Brief, Question
        from skriptstudio.ui.pages.write.page import WritePage

        answers = Brief(audience="Meine Cousine, 16, baut gern Sachen", need="staunen")
        house, session = self.program.session.house, self.program.session
        house.write.save(house.desk.open(WORD).record.id, (), by="u1", brief=answers)
        self.program.window.open_production(WORD, "write")
        self._wait(lambda: session.production is not None and session.production.title == WORD)
        self._settle()
        page = self.program.window.current
        assert isinstance(page, WritePage)
        assert page.asking.question is Question.ONLY_HERE
        page.guide.card.field.setPlainText("Auf meinem Schreibtisch liegt ein Wort, das drei Zeilen braucht.")
        self._shoot("fragen", 1.5)

    def _record(self) -> None:
        """Ready, after the room check, and while a take rolls, which is then thrown away."""
        from skriptstudio.ui.pages.record.page import RecordPage

        self._show("aufnehmen", "record", ROAD, calm=LIVE_CALM_SECONDS)
        page = self.program.window.current
        assert isinstance(page, RecordPage)
        self._wait(lambda: page.situation == "ready")
        if self._wants("raum-check"):
            page.checking.start(page.booth.room)  # type: ignore[arg-type]  # ready: it is open
            self._wait(lambda: page.checking.check.report is not None)
            self._shoot("raum-check", LIVE_CALM_SECONDS)
        if self._wants("prompter"):
            page.begin()
            self._wait(lambda: page.filming.stage is not None and page.filming.stage.rolling)
            began = time.monotonic()
            self._wait(lambda: time.monotonic() - began > TAKE_SECONDS)
            self._save("prompter")
            page.filming.shoot.drop()
            page.filming.leave()
            self._settle(LIVE_CALM_SECONDS)

    def _review_clip(self) -> None:
        """From the inbox into a clip, held at a moment with a caption."""
        from skriptstudio.ui.pages.review.page import ReviewPage

        self._settle()
        page = self.program.window.current
        assert isinstance(page, ReviewPage)
        page.open_clip(next(clip for clip in page.inbox.waiting if clip.title == SURVEY))
        self._wait(lambda: self.program.session.production is not None)
        self._settle(1.5)
        page.view.player.pause()
        page.view.player.seek(Fraction(3, 5))
        self._shoot("pruefen-clip", 1.5)
        page.view.parts.choose_tab("post")
        self._shoot("beitrag", 1.5)
        page.view.parts.choose_tab("captions")
        self._captions(page)

    def _captions(self, page: ReviewPage) -> None:
        """One word that nobody is sure of, and takes with their silence; nothing of it is seen later."""
        from skriptstudio.steps.review import SegmentWish

        production = self.program.session.production
        assert production is not None
        house = self.program.session.house
        whole = [SegmentWish(take.id, Fraction(0), take.seconds) for take in production.takes_shown()]
        house.review.set_cut(production.id, whole)
        made = house.review.captions(production.id).cues
        cues = [replace(cue, unsure=(len(cue.text.split()) - 1,) if at else ()) for at, cue in enumerate(made)]
        house.review.save_captions(production.id, cues, KATRIN)
        self.program.session.show_production(house.desk.library.read(production.id).record)
        self._settle(1.5)
        page.view.captions.next_unsure()
        self._shoot("untertitel", 1.5)
        page.view.parts.choose_tab("tidy")
        page.view.parts.tidy.rows.choose("0")
        self._shoot("aufraeumen", 1.5)
        self._dress(self.program.window)
        self._two_takes(page)

    def _two_takes(self, page: ReviewPage) -> None:
        """A second take of the first section beside the one in the cut."""
        production = self.program.session.production
        assert production is not None
        house = self.program.session.house
        first, second = production.takes_shown()[:2]
        film = house.desk.library.media_path(production.id, second.file)
        house.record.import_take(production.id, film, first.section, (MIRA,))
        self.program.session.show_production(house.desk.library.read(production.id).record)
        self._settle(1.5)
        page.view.player.seek(Fraction(0))
        page.compare_takes()
        self._settle(1.5)
        page.compare.step.seek(Fraction(1))
        self._shoot("pruefen-vergleich", 1.5)

    def _dress(self, window: Window) -> None:
        """A title, a name and a box, none of which is taken over."""
        from skriptstudio.ui.dressing.dialog import dress_picture
        from skriptstudio.ui.widgets.dialog import open_dialog

        editor = dress_picture(window, window)
        assert editor is not None
        editor.forms.title.changed.emit("Keine Wände?")
        editor.add_name.click()
        editor.forms.name.name.setText("Mira")
        editor.forms.name.role.setText("Ausbildung Vermessung")
        editor.forms.name.name.textEdited.emit("Mira")
        editor.add_box.click()
        editor.preview.box_moved.emit((Fraction(66, 100), Fraction(38, 100), Fraction(3, 10), Fraction(1, 8)))
        self._wait(lambda: not editor.drawing.busy)
        self._shoot("bild-gestalten")
        dialog = open_dialog(window)
        assert dialog is not None
        dialog.dismiss()

    def _publish(self) -> None:
        from skriptstudio.ui.pages.publish.page import PublishPage

        window = self.program.window
        window.open_production(COFFEE)
        self._settle()
        window.go("publish")
        page = window.current
        assert isinstance(page, PublishPage)
        page.folder = PACKAGE_FOLDER
        page.entered()
        self._shoot("veroeffentlichen")

    def _people(self) -> None:
        """With the trainee chosen, who is under age and has a consent; no clip waits for anybody else's any more."""
        from skriptstudio.ui.pages.people.page import PeoplePage

        house = self.program.session.house
        house.people.add_consent("c3", "u3", ("ig_reels", "intranet"), house.desk.clock.today() + timedelta(days=380))
        self.program.session.show_production(None)
        self.program.window.go("people")
        page = self.program.window.current
        assert isinstance(page, PeoplePage)
        self._settle()
        page.list.choose("u1")
        self._shoot("menschen")

    def _results(self) -> None:
        """Figures, the comparison, and the guideline with its traffic light."""
        from skriptstudio.ui.pages.results.guideline_panel import GuidelinePanel
        from skriptstudio.ui.pages.results.page import ResultsPage

        if any(map(self._wants, ("ergebnisse", "vergleich", "darf-ich-das-posten"))):
            fill_results(self.program.session.house)
        self._show("ergebnisse", "results", "")
        page = self.program.window.current
        assert isinstance(page, ResultsPage)
        page.segments.choose("compare")
        page.segments.chosen.emit("compare")
        self._shoot("vergleich")
        page.segments.choose("guideline")
        page.segments.chosen.emit("guideline")
        guideline = page.panel
        assert isinstance(guideline, GuidelinePanel)
        for sight in ("werkzeug", "team"):
            guideline.list.tick_toggled.emit(sight, True)
        self._shoot("darf-ich-das-posten")

    # --- waiting and saving

    def _wait(self, condition: Callable[[], object]) -> None:
        until = time.monotonic() + TIMEOUT_SECONDS
        while not condition():
            if time.monotonic() > until:
                raise TimeoutError("the window didn't get ready")
            self._app.processEvents()
            time.sleep(0.005)

    def _settle(self, calm: float = CALM_SECONDS) -> None:
        """Until no job has run for ``calm`` seconds."""
        since = time.monotonic()

        def is_calm() -> bool:
            nonlocal since
            if self.program.window.jobs.busy:
                since = time.monotonic()
            return time.monotonic() - since > calm

        self._wait(is_calm)

    def _wants(self, name: str) -> bool:
        return not self._wanted or name in self._wanted

    def _shoot(self, name: str, calm: float = CALM_SECONDS) -> None:
        if self._wants(name):
            self._settle(calm)
            self._save(name)

    def _save(self, name: str) -> None:
        save_small(_png(self.program), PICTURES / f"{name}.png")
        sys.stdout.write(f"{name}\n")
        sys.stdout.flush()


def _png(program: Program) -> bytes:
    from PySide6.QtCore import QBuffer, QIODevice

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    program.window.grab().save(buffer, "PNG")
    return bytes(buffer.data().data())


def save_small(png: bytes, path: Path) -> None:
    """Save a picture with as many colours as its size allows."""
    from PIL import Image

    path.parent.mkdir(exist_ok=True)
    with Image.open(io.BytesIO(png)) as picture:
        plain = picture.convert("RGB")
    for colours in COLOURS:
        small = plain.quantize(colours, Image.Quantize.MEDIANCUT, kmeans=2, dither=Image.Dither.NONE)
        out = io.BytesIO()
        small.save(out, "PNG", optimize=True)
        if out.tell() < MOST_BYTES:
            break
    path.write_bytes(out.getvalue())


if __name__ == "__main__":
    main(sys.argv[1:])
