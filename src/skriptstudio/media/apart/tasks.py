"""How a child carries out its orders. Everything heavy is imported when it is needed: a child begins at once."""

from collections.abc import Callable
from math import ceil
from typing import Any

from skriptstudio.domain.clip import RenderedClip
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.timecode import FRAME
from skriptstudio.media.apart import orders
from skriptstudio.media.apart.data import shaped

_PROBE_SHARE = 0.1
"""Of the time that a film is looked at; most of it goes into its stand-in."""


def _take_in(order: orders.TakeIn, control: JobControl) -> orders.TakenIn:
    from skriptstudio.media.look.probe import PyAvProbe
    from skriptstudio.media.look.trial import try_decoders
    from skriptstudio.media.render.stand_in import write_sound_alone, write_stand_in

    footage = PyAvProbe().footage(order.path, control.part(0.0, _PROBE_SHARE))
    pictures = max(footage.frames, ceil(footage.seconds / FRAME))  # a damaged clock may stretch a few over hours
    whole = pictures * footage.width * footage.height <= order.most_pixels
    if whole:
        write_stand_in(
            order.path, footage.seconds, order.film, control.part(_PROBE_SHARE, 1.0)
        )  # which tries all of it
        return orders.TakenIn(footage, whole)
    try_decoders(order.path)
    if footage.has_sound:
        write_sound_alone(order.path, footage.seconds, order.sound, control.part(_PROBE_SHARE, 1.0))
    return orders.TakenIn(footage, whole)


def _stand_in(order: orders.StandIn, control: JobControl) -> None:
    from skriptstudio.media.render.stand_in import write_sound_alone, write_stand_in

    (write_sound_alone if order.sound_only else write_stand_in)(order.path, order.seconds, order.target, control)


def _inspect(order: orders.Inspect, control: JobControl) -> orders.Inspected:
    from skriptstudio.media.look.inspector import LocalInspector

    return orders.Inspected(LocalInspector(order.thresholds).findings(order.path, order.speech, control))


def _poster(order: orders.Poster, control: JobControl) -> None:
    from skriptstudio.media.look.poster import draw_poster

    order.target.write_bytes(draw_poster(order.path, order.second))


def _photo(order: orders.Photo, control: JobControl) -> None:
    from skriptstudio.media.render.stand import stand

    stand(order.photo, order.target)


def _logo(order: orders.Logo, control: JobControl) -> None:
    from skriptstudio.media.render.text import write_logo

    write_logo(order.picture, order.target)


def _render(order: orders.Render, control: JobControl) -> RenderedClip:
    from skriptstudio.media.render.renderer import PyAvRenderer

    return PyAvRenderer(cards=order.cards, chunks=order.chunks).render(order.plan, order.target, control)


def _prepare(order: orders.Prepare, control: JobControl) -> None:
    from skriptstudio.media.render.renderer import PyAvRenderer

    PyAvRenderer(cards=order.cards, chunks=order.chunks).prepare(order.plan, control)


def _draw(order: orders.Draw, control: JobControl) -> None:
    from skriptstudio.media.render.renderer import PyAvRenderer

    order.target.write_bytes(PyAvRenderer().still(order.plan, order.at).rgb)


def _untag(order: orders.Untag, control: JobControl) -> str:
    from skriptstudio.media.render.tagless import write_tagless

    return write_tagless(order.source, order.target, control).suffix


_TASKS: dict[type, Callable[[Any, JobControl], object]] = {
    orders.TakeIn: _take_in,
    orders.StandIn: _stand_in,
    orders.Inspect: _inspect,
    orders.Poster: _poster,
    orders.Photo: _photo,
    orders.Logo: _logo,
    orders.Render: _render,
    orders.Prepare: _prepare,
    orders.Draw: _draw,
    orders.Untag: _untag,
}
_KINDS = {kind.__name__: kind for kind in _TASKS}


def carry_out(task: str, order: object, control: JobControl) -> object:
    """Do what is asked for and return the answer.

    Args:
        task: name of one of ``orders``.
        order: its fields, as ``data.plain`` made them.
        control: told of progress, and asked whether to go on.

    Raises:
        What the work raises.
    """
    kind = _KINDS[task]
    return _TASKS[kind](shaped(kind, order), control)
