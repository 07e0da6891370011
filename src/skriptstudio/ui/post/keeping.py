"""Stores what is written beside a clip while somebody writes it."""

from collections import deque
from dataclasses import replace
from threading import Lock

from PySide6.QtCore import QObject, QTimer

from skriptstudio.domain.errors import SkriptStudioError, WrongUse
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.post import Post
from skriptstudio.domain.production import Production
from skriptstudio.steps.post import PostWish
from skriptstudio.ui.page import Place
from skriptstudio.ui.post.editor import PostEditor

CALM_MS = 700
"""Stored when no key was pressed for so long."""


def merged(shown: Post, before: Post, now: Post) -> Post:
    """What the fields show when others have stored ``now`` in place of ``before``: what was written here stays."""
    kept = {
        name: getattr(shown, name)
        for name in ("text", "hashtags", "alt", "location")
        if getattr(shown, name) != getattr(before, name)
    }
    return replace(now, **kept)


def wish_of(before: Post, now: Post) -> PostWish:
    """What has to be changed; fields that are the same stay as others may have left them."""
    return PostWish(
        now.text if now.text != before.text else None,
        now.hashtags if now.hashtags != before.hashtags else None,
        now.alt if now.alt != before.alt else None,
        now.location if now.location != before.location else None,
    )


class PostKeeper(QObject):
    """Stores the editor's fields: soon after the last key, when a field is left, and with ``flush``.

    Args:
        place: whose session and jobs are used.
        editor: what is kept.
    """

    def __init__(self, place: Place, editor: PostEditor) -> None:
        super().__init__(editor)
        self._place, self._editor = place, editor
        self._production: Production | None = None
        self._stored = Post()
        self._order = Lock()
        self._queue: deque[tuple[str, PostWish]] = deque()
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self.flush)
        editor.changed.connect(self._calm.start)
        editor.rested.connect(self.flush)

    @property
    def unsaved(self) -> bool:
        """Whether something stands in the fields that isn't stored or on its way."""
        return self._production is not None and self._editor.post != replace(
            self._stored, cover=self._editor.post.cover
        )

    def show(self, production: Production, format_name: str) -> None:
        """Show a production or its newer state; what was written and isn't stored yet stays."""
        before = self._production
        if before is not None and before.id != production.id:
            self.flush()
        same = before is not None and before.id == production.id
        # What is on its way is shown already; the state that it is based on isn't news.
        post = merged(self._editor.post, self._stored, production.post) if same and not self._queue else production.post
        if same and self._queue:
            self._production = production
            return
        self._production, self._stored = production, production.post
        self._editor.show_post(post, production, format_name)

    def flush(self) -> None:
        """Store what isn't stored yet, in the order in which it was written."""
        self._calm.stop()
        production, now = self._production, self._editor.post
        if production is None or not self.unsaved:
            return
        self._queue.append((production.id, wish_of(self._stored, now)))
        self._stored = now
        self._start()

    def _start(self) -> None:
        house, queue, order = self._place.session.house, self._queue, self._order

        def work(_control: JobControl) -> Production | None:
            changed = None
            with order:
                while queue:
                    try:
                        changed = house.posts.change(*queue[0])
                    except WrongUse:  # the clip is gone; nothing of it can be stored any more
                        queue.popleft()
                        raise
                    queue.popleft()
            return changed

        self._place.jobs.start(work, self._done, self._failed)

    def _done(self, changed: Production | None) -> None:
        session = self._place.session
        if changed is not None and session.production is not None and session.production.id == changed.id:
            session.show_production(changed)

    def _failed(self, error: SkriptStudioError) -> None:
        """What couldn't be stored stays in the queue and is tried again, together with what is written until then."""
        self._place.fail(error, self._start)
