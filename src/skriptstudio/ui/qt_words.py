"""Qt's own words, as in the menu of a text field, in the language of the program."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

_NAME = "qt words"


def speak_qt(app: QCoreApplication, language: str) -> None:
    """Let Qt speak ``language``, "de" or "en"; English is what it speaks without a catalogue.

    Where the catalogue isn't there (a Linux package may leave it out), Qt goes on in English.
    """
    for before in app.findChildren(QTranslator, _NAME):
        app.removeTranslator(before)
        before.setParent(None)
        before.deleteLater()
    if language == "en":
        return
    words = QTranslator(app)
    words.setObjectName(_NAME)
    if words.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(words)
