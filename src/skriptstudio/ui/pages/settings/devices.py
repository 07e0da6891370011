"""Which camera and which microphone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.ports.studio import Device
from skriptstudio.ui.page import Place
from skriptstudio.ui.pages.settings.section import Section
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.fields import Choice

if TYPE_CHECKING:
    from skriptstudio.assembly.house import House

_Devices = tuple[tuple[Device, ...], tuple[Device, ...]]


class DevicesSection(Section):
    """The devices that the page Aufnehmen starts with.

    Attributes:
        camera, microphone: the choices; an empty key stands for "automatic".
        again: looks for devices again.
    """

    def __init__(self, place: Place) -> None:
        say = place.session.say
        super().__init__(place, say("Camera and sound"))
        self._searching = False
        self.camera = Choice(say("Camera"), icon_name="video-camera")
        self.microphone = Choice(say("Microphone"), icon_name="microphone")
        self.again = Button(say("Search again"), icon="arrow-counter-clockwise", small=True)
        self.row(say("Camera"), say("The recording starts with it"), self.camera)
        self.row(say("Microphone"), say("A microphone near the mouth beats every camera's own"), self.microphone)
        self.row(say("Something is missing?"), say("Plug it in, open its cover, close other programs"), self.again)
        self.end()
        self._show_devices(self.camera, (), self.session.settings.camera)
        self._show_devices(self.microphone, (), self.session.settings.microphone)
        self.camera.activated.connect(lambda: self.change(camera=self.camera.key or None))
        self.microphone.activated.connect(lambda: self.change(microphone=self.microphone.key or None))
        self.again.clicked.connect(self.opened)

    def opened(self) -> None:
        if self._searching:
            return
        self._set_searching(True)
        house = self.session.house if self.session.has_library else None
        self.jobs.start(lambda control: _devices(house), self._found, self._not_found)

    def refresh(self) -> None:
        settings = self.session.settings
        self.camera.choose(settings.camera or "")
        self.microphone.choose(settings.microphone or "")

    def _found(self, found: _Devices) -> None:
        self._set_searching(False)
        cameras, microphones = found
        self._show_devices(self.camera, cameras, self.session.settings.camera)
        self._show_devices(self.microphone, microphones, self.session.settings.microphone)

    def _not_found(self, error: SkriptStudioError) -> None:
        self._set_searching(False)
        self.place.fail(error)

    def _show_devices(self, choice: Choice, devices: tuple[Device, ...], chosen: str | None) -> None:
        """List them; one that was chosen but isn't plugged in stays and says so."""
        items = [("", self.say("Automatic")), *((device.id, device.name) for device in devices)]
        if chosen and chosen not in {device.id for device in devices}:
            missing = self.say("{name} (not connected)", name=chosen) if devices else chosen
            items.append((chosen, missing))
        choice.set_items(items)
        choice.choose(chosen or "")

    def _set_searching(self, searching: bool) -> None:
        self._searching = searching
        if searching:
            self.again.refuse(self.say("Looking for devices"))
        else:
            self.again.allow()


def _devices(house: House | None) -> _Devices:
    from skriptstudio.assembly.house import House

    studio = (house or House(create=False)).studio
    return studio.cameras(), studio.microphones()
