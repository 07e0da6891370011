"""Which takes of a cut are wider than the clip, or taller: of those another part can be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skriptstudio.domain.errors import SkriptStudioError

if TYPE_CHECKING:
    from skriptstudio.assembly.house import House
    from skriptstudio.domain.production import Production
    from skriptstudio.domain.take import Take


def takes_seen_in_part(house: House, production: Production) -> frozenset[str]:
    """Ids of the takes of the cut of which only a part is seen, or of which that isn't known; call it in a job."""

    def fills_clip(take: Take) -> bool:
        try:
            return house.films.fills_clip(production, take)
        except SkriptStudioError:
            return False

    takes = {segment.take: production.take(segment.take) for segment in production.effective_cut().segments}
    return frozenset(key for key, take in takes.items() if not fills_clip(take))
