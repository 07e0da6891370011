"""The way itself: welcome, production, script, take, hand-in, another person, release, package."""

import time
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from tests.window.user import User, rows

from skriptstudio.domain.production import TopicClass
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.ui.pages.review.verdict import human_points

TITLE = "Mein Büro hat heute keine Wände"
VALUE = "Du siehst, womit ich messe."
SCENE = "Dieses Ding misst auf zwei Millimeter genau."
HUMAN_POINTS = tuple(text for _, text in human_points(TopicClass.HARMLESS, Speaker("de").say))
TICK_FROM_RIGHT = 22
"""px from the right edge of a caption row to the middle of its tick."""

CALL = "Komm eine Woche zum Praktikum."


QUESTIONS = {
    "Für wen ist dieses Video?": "Jemand aus meiner alten Klasse",
    "Was will diese Person gerade?": "",
    "Was kannst nur du zeigen, weil du hier arbeitest?": SCENE,
    "Was hat die Person nach 30 Sekunden, was sie vorher nicht hatte?": VALUE,
    "Warum würde sie es weiterschicken?": "Weil es keiner glaubt",
    "Was soll danach passieren?": CALL,
    "Womit fängt dein Video an?": f"{TITLE}.",
}
"""With their answers; the second is chosen, not written."""

LAST_QUESTION = tuple(QUESTIONS)[-1]


def by_mouse(user: User, folder: Path) -> str:
    """Everything with the mouse; the keyboard only types text. Returns the clip's path."""
    user.click("Name")
    user.write("Mira Albrecht")
    user.shot("welcome")
    user.click("Loslegen")
    user.click("Eigene Idee")
    user.click("Titel")
    user.write(TITLE)
    user.click("Anfangen")
    _answer_by_mouse(user)
    user.await_true(lambda: user_sees("Weiter zur Aufnahme"), "the script is shown")
    user.await_true(lambda: _label_says("Hook: 10 Silben, sitzt in 3 Sekunden"), "the hook is in the green band")
    user.shot("write")
    user.click("Weiter zur Aufnahme")
    user.click("Ganzes Skript")
    user.shot("record-ready")
    user.click("Aufnahme starten")
    time.sleep(1.5)
    user.shot("countdown")
    time.sleep(5)
    user.shot("live")
    user.await_true(lambda: user_sees("Weiter zum Prüfen"), "the take is there", 60)
    user.shot("take")
    user.click("Weiter zum Prüfen")
    user.await_true(lambda: user_sees("Clip abgeben"), "the clip is shown")
    user.await_true(lambda: rows("Untertitel") > 0, "the captions are there")
    for row in range(user.row_count("Untertitel")):
        user.click_row("Untertitel", row, TICK_FROM_RIGHT)
    user.shot("captions-ticked")
    user.click("Clip abgeben")
    user.await_true(lambda: _label_says("Pressestelle ist dran"), "it is handed in")
    user.shot("handed-in")
    _enter_people_by_mouse(user)
    user.click("Mira Albrecht, Team. Person wechseln")
    user.choose("Katrin Behrens")
    user.click("Schritt 4: Prüfen, 1 warten")
    user.shot("inbox")
    user.click("Prüfung beginnen")
    for point in HUMAN_POINTS:
        user.click(point)
    user.shot("release")
    user.click("Freigeben")
    user.see("Zum Veröffentlichen")
    user.shot("released")
    user.click("Zum Veröffentlichen")
    user.shot("publish")
    user.click("Paket erstellen")
    user.see("Ordner öffnen", 90)
    user.shot("package")
    return made_clip(folder)


def made_clip(folder: Path) -> str:
    """The newest clip below the user's home."""
    clips = sorted(Path.home().rglob("*/tiktok/*.mp4"), key=lambda path: path.stat().st_mtime)
    return str(clips[-1])


def _enter_people_by_mouse(user: User) -> None:
    user.click("Menschen")
    user.click("Person eintragen")
    user.click("Name")
    user.write("Katrin Behrens")
    user.click("Team")
    user.click("Pressestelle")
    user.shot("person")
    user.click("Eintragen")
    user.await_true(lambda: rows("Menschen") == 2, "Katrin is entered")
    user.click_row("Menschen", 1)
    user.click("Einwilligung von Mira aufnehmen")
    user.click("TikTok")
    user.shot("consent")
    user.click("Einwilligung aufnehmen")


def _answer_by_mouse(user: User) -> None:
    """Through the questions: beginnings are clicked where there are some that fit."""
    person, need, only_here, *_ = QUESTIONS
    clicked = {person: QUESTIONS[person], need: "staunen"}
    for question, answer in QUESTIONS.items():
        user.see(question if answer else "staunen")
        if question in clicked:
            user.click(clicked[question])
        else:
            user.click(question)
            user.write(answer)
        if question == only_here:
            user.shot("guide")
        if question == LAST_QUESTION:
            user.shot("hook-types")
        user.click("Skript ansehen" if question == LAST_QUESTION else "Weiter")


def write_by_keys(user: User) -> None:
    """From the welcome to a written script, and on to the recording."""
    user.tab_to("Name")
    user.write("Mira Albrecht")
    user.press("ctrl+Return")
    user.push("Eigene Idee")
    user.see("Titel")
    user.write(TITLE)
    user.press("Return")
    for question, answer in QUESTIONS.items():
        user.see(question if answer else "lachen")
        if answer:
            user.write(answer)
        else:
            user.press("space")
        user.press("ctrl+Return")
    user.see("Weiter zur Aufnahme")
    user.await_true(lambda: user_sees("Hook"), "the script is shown")
    user.tab_to("Hook")
    user.shot("write")
    user.press("ctrl+Return")


def by_keys(user: User, folder: Path) -> str:
    """Everything with the keyboard. Returns the clip's path."""
    write_by_keys(user)
    user.tab_to("Abschnitt")
    user.press("Right")
    user.see("Aufnahme starten")
    user.press("F9")
    user.await_true(lambda: user_sees("Weiter zum Prüfen"), "the take is there", 60)
    user.shot("take")
    user.press("ctrl+Return")
    user.await_true(lambda: rows("Untertitel") > 0, "the captions are there")
    for _ in range(user.row_count("Untertitel")):
        user.press("u")
        user.press("space")
    user.see("Clip abgeben")
    user.shot("captions-ticked")
    user.press("ctrl+Return")
    user.await_true(lambda: _label_says("Pressestelle ist dran"), "it is handed in")
    _enter_people_by_keys(user)
    user.go_to_rail("Mira Albrecht, Team. Person wechseln")
    user.press("space")
    user.await_true(lambda: open_menu() is not None, "the menu is open")
    user.arrow_to_entry("Katrin Behrens")
    user.press("Return")
    user.see("Katrin Behrens, Pressestelle. Person wechseln")
    user.press("ctrl+4")
    user.see("Prüfung beginnen")
    user.shot("inbox")
    user.press("ctrl+Return")
    for point in HUMAN_POINTS:
        user.push(point)
    user.shot("release")
    user.press("f")
    user.see("Zum Veröffentlichen")
    user.push("Zum Veröffentlichen")
    user.see("Paket erstellen")
    user.press("ctrl+Return")
    user.see("Ordner öffnen", 90)
    user.shot("package")
    return made_clip(folder)


def _enter_people_by_keys(user: User) -> None:
    user.press("ctrl+0")
    user.push("Person eintragen")
    user.tab_to("Name")
    user.write("Katrin Behrens")
    user.push("Team")
    user.push("Pressestelle")
    user.shot("person")
    user.press("Return")
    user.await_true(lambda: rows("Menschen") == 2, "Katrin is entered")
    user.tab_to("Person eintragen")
    user.press("Tab")
    user.press("Home")
    user.press("Down")
    user.see("Einwilligung von Mira aufnehmen")
    user.press("ctrl+Return")
    user.push("TikTok")
    user.shot("consent")
    user.press("Return")


def user_sees(name: str) -> bool:
    return any(
        w.accessibleName() == name and w.isVisible() and w.isEnabled()
        for top in QApplication.topLevelWidgets()
        for w in top.findChildren(QWidget)
    )


def _label_says(text: str) -> bool:
    return any(
        isinstance(w, QLabel) and w.isVisible() and text in (w.accessibleName() or w.text())
        for top in QApplication.topLevelWidgets()
        for w in top.findChildren(QWidget)
    )


def open_menu() -> QMenu | None:
    """The menu that is open, if one is."""
    popup = QApplication.activePopupWidget()
    return popup if isinstance(popup, QMenu) else None
