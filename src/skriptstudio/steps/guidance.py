"""What the house has settled about posting: its guideline and the register of its channels."""

from collections.abc import Callable, Collection
from dataclasses import replace

from skriptstudio.domain.channel_register import Channel, ChannelRegister, Reminder, reminders
from skriptstudio.domain.desk import Desk
from skriptstudio.domain.guideline import Guideline, Light, Sight
from skriptstudio.domain.ids import new_id
from skriptstudio.domain.ports.content import Profiles
from skriptstudio.domain.ports.library import HouseRecord


class Guidance:
    """Read and change the guideline and the register.

    Args:
        desk: library, clock and who sits there.
        guideline: the house's own; empty as long as it uses the shipped one.
        shipped: the guideline that the program brings along.
        channels: the register.
        profiles: of the platforms.
    """

    def __init__(
        self,
        desk: Desk,
        guideline: HouseRecord[Guideline],
        shipped: Callable[[], Guideline],
        channels: HouseRecord[ChannelRegister],
        profiles: Profiles,
    ) -> None:
        self._desk = desk
        self._guideline = guideline
        self._shipped = shipped
        self._channels = channels
        self._profiles = profiles

    # --- the guideline

    def guideline(self) -> Guideline:
        """What holds here: the house's own, else the shipped one."""
        return self._or_shipped(self._guideline.read().record)

    def judge(self, seen: Collection[str]) -> tuple[Light | None, tuple[Sight, ...]]:
        """See ``Guideline.judged``. Raises ``UnknownName``."""
        return self.guideline().judged(seen)

    def set_sight(self, key: str, light: Light, text: str, advice: str) -> Sight:
        """A line that is new (no key) or changed."""
        sight = Sight(key or new_id("s"), light, text, advice)
        self._change(lambda guideline: guideline.with_sight(sight))
        return sight

    def remove_sight(self, key: str) -> None:
        """Raises ``UnknownName``."""
        self._change(lambda guideline: guideline.without_sight(key))

    def set_chapter(self, number: int, text: str) -> Guideline:
        """Another text for the chapter of this number, from 1. Raises ``UnknownName``."""
        return self._change(lambda guideline: guideline.with_chapter(number, text))

    def reset(self) -> Guideline:
        """Use the shipped guideline again."""
        self._desk.change_house(self._guideline, lambda _: Guideline())
        return self.guideline()

    def _change(self, edit: Callable[[Guideline], Guideline]) -> Guideline:
        return self._desk.change_house(self._guideline, lambda before: edit(self._or_shipped(before)))

    def _or_shipped(self, guideline: Guideline) -> Guideline:
        return guideline if guideline.own else self._shipped()

    # --- the register of channels

    def channels(self) -> ChannelRegister:
        return self._channels.read().record

    def reminders(self) -> tuple[Reminder, ...]:
        """What is open about the channels today."""
        return reminders(self.channels(), self._desk.clock.today())

    def set_channel(self, profile: str, edit: Callable[[Channel], Channel]) -> Channel:
        """Enter a channel, or change what is said about it.

        What the Personalrat said or an address of the Impressum that is new counts as looked at today, unless
        another day is named.

        Raises:
            UnknownName: no such platform.
        """
        key = self._profiles.get(profile).key
        today = self._desk.clock.today()

        def changed(register: ChannelRegister) -> ChannelRegister:
            before = register.find(key) or Channel(key)
            after = edit(before)
            if after.council != before.council and after.council_on == before.council_on:
                after = replace(after, council_on=today if after.council else None)
            if after.imprint != before.imprint and after.imprint_on == before.imprint_on:
                after = replace(after, imprint_on=today if after.imprint else None)
            return register.with_channel(after)

        found = self._desk.change_house(self._channels, changed).find(key)
        assert found is not None
        return found

    def remove_channel(self, profile: str) -> None:
        """Raises ``UnknownName``."""
        self._desk.change_house(self._channels, lambda register: register.without(profile))
