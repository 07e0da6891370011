"""The script out of a document and into one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from skriptstudio.ui.pages.write.files import ScriptDialogs
from skriptstudio.ui.pages.write.left_out import show_left_out
from skriptstudio.ui.tokens import SPACE

if TYPE_CHECKING:
    from skriptstudio.domain.production import Production
    from skriptstudio.domain.script import Unplaced
    from skriptstudio.ui.pages.write.page import WritePage


class Documents:
    """Imports a document into the open production, and writes Word.

    Attributes:
        dialogs: ask for the file.
    """

    def __init__(self, page: WritePage) -> None:
        self._page = page
        self.say = page.say
        self.dialogs = ScriptDialogs(page, page.say)

    def show_menu(self, button: QWidget) -> None:
        """Open the menu over its button."""
        menu = self.menu()
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height() - SPACE.xs)))

    def menu(self) -> QMenu:
        """What can be done now."""
        page = self._page
        menu = QMenu(page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fetch = menu.addAction(self.say("Fetch a script from a document"))
        fetch.triggered.connect(self.fetch)
        fetch.setEnabled(not page.locked)
        put = menu.addAction(self.say("Save the script as Word"))
        put.triggered.connect(self.put)
        put.setEnabled(page.draft is not None and not page.draft.is_empty)
        check = menu.addAction(self.say("Have the script checked"))
        check.triggered.connect(page.approving.ask)
        check.setEnabled(page.approving.may_ask)
        menu.addSeparator()
        versions = menu.addAction(self.say("Earlier versions"))
        versions.triggered.connect(page.versions.show)
        versions.setEnabled(page.versions.any)
        hear = menu.addAction(self.say("Show hints again that were left ({count})", count=len(page.hints.left)))
        hear.triggered.connect(page.hinting.hear_all)
        hear.setEnabled(bool(page.hints.left) and not page.locked)
        return menu

    def fetch(self) -> None:
        """Replace the script by that of a document, show what stayed out, and let it be taken back."""
        page = self._page
        path = self.dialogs.to_import()
        draft, person = page.draft, page.session.person
        if path is None or draft is None or person is None:
            return
        house, wanted, before = page.session.house, draft.id, draft.sections()
        page.keeper.save()

        def undo() -> None:
            page.keeper.rewrite(wanted, lambda: house.write.save(wanted, before, person.id))

        left_out: list[Unplaced] = []

        def fetched() -> Production:
            production, unplaced = house.write.import_document(wanted, path, person.id)
            left_out.extend(unplaced)
            return production

        def told() -> None:
            if left_out:
                show_left_out(page.window(), left_out, page.session.speaker, undo)
            else:
                page.scenes.offer(self.say("Script fetched"), "file-text", undo)

        page.keeper.rewrite(wanted, fetched, told)

    def put(self) -> None:
        """Write the script as it stands on the screen into a Word document."""
        page = self._page
        production, draft = page.session.production, page.draft
        path = self.dialogs.to_export(production.title) if production is not None else None
        if production is None or draft is None or path is None:
            return
        house, sections = page.session.house, draft.sections()
        page.jobs.start(
            lambda control: house.write.export_sections(production, sections, path),
            lambda _: page.place.toast(self.say("Saved: {name}", name=path.name), "file-text"),
        )
