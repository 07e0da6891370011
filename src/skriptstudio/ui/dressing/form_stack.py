"""All forms, of which one is shown."""

from PySide6.QtWidgets import QStackedWidget

from skriptstudio.domain.cut import Cut
from skriptstudio.ui.dressing.fields import ClipTime
from skriptstudio.ui.dressing.forms import CardForm, Form, LogoForm, NameForm, TitleForm
from skriptstudio.ui.dressing.items import Item
from skriptstudio.ui.dressing.picture_forms import BoxForm, InsertForm, ViewForm
from skriptstudio.ui.dressing.remarks import Remark


class FormStack(QStackedWidget):
    """Shows the form of the chosen item.

    Attributes:
        title, logo, name, insert, box, view, card: the forms.
    """

    def __init__(self, time: ClipTime) -> None:
        super().__init__()
        say = time.speaker.say
        self.title, self.logo, self.view, self.card = TitleForm(say), LogoForm(say), ViewForm(say), CardForm(say)
        self.name, self.insert, self.box = NameForm(time), InsertForm(time), BoxForm(time)
        for form in (self.title, self.logo, self.name, self.insert, self.box, self.view, self.card):
            self.addWidget(form)

    def show_item(self, item: Item, cut: Cut) -> None:
        """Show an item of the cut."""
        number, dressing = item.number, cut.dressing
        if item.kind == "title":
            self.title.show_thing(dressing.title)
        elif item.kind == "name":
            self.name.show_thing(dressing.names[number])
        elif item.kind == "insert":
            self.insert.show_thing(dressing.inserts[number])
        elif item.kind == "box":
            self.box.show_thing(dressing.boxes[number])
        elif item.kind == "view":
            self.view.show_thing(cut.segments[number])
        elif item.kind == "card":
            self.card.show_thing(cut.end_card)
        forms = {
            "title": self.title,
            "logo": self.logo,
            "name": self.name,
            "insert": self.insert,
            "box": self.box,
            "view": self.view,
            "card": self.card,
        }
        self.setCurrentWidget(forms[item.kind])

    def show_remark(self, remark: Remark) -> None:
        """Say something below the fields of the form that is shown."""
        form = self.currentWidget()
        assert isinstance(form, Form)
        form.show_remark(remark)
