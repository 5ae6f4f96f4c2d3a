"""When is a colleague at school on a day, and how free are they at each moment?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from random import Random
from typing import Final
from zoneinfo import ZoneInfo

from staffroom.demonstration.chance import Spread
from staffroom.demonstration.patterns import BY_NAME
from staffroom.demonstration.staff import Colleague
from staffroom.records.calendar import TimeRange

LONDON: Final = ZoneInfo("Europe/London")
ABSENT: Final = 0.04  # of a person's days; our assumption
EARLY_MINUTES: Final = Spread(18, 0.7, least=1, most=75)
LATE_MINUTES: Final = Spread(35, 0.8, least=1, most=150)
MINUTE: Final = 60_000
SATURDAY: Final = 5
ROUND: Final = (time(9, 0), time(10, 30))  # site staff look after the building on Saturday
GOVERNORS_MEET: Final = (2, time(18, 0), time(19, 30))  # on Wednesday evening

# How likely a minute is to be spent on oneself, against a minute of a break: our assumption.
IN_WORK, IN_BREAK, IN_OWN_TIME = 0.18, 1.0, 0.5


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch of time (milliseconds since 1970, UTC) and how freely it is spent."""

    start: int
    end: int
    freedom: float


@dataclass(frozen=True, slots=True)
class Stay:
    """A day at school: slots in order, with a gap where somebody goes home in between."""

    slots: tuple[Slot, ...]

    @property
    def start(self) -> int:
        """Return when the person comes."""
        return self.slots[0].start

    @property
    def end(self) -> int:
        """Return when the person leaves."""
        return self.slots[-1].end

    def draw_moment(self, chance: Random) -> int:
        """Draw a moment at which anything may be done, such as looking up a lesson."""
        slot = chance.choices(self.slots, weights=[slot.end - slot.start for slot in self.slots])[0]
        return chance.randrange(slot.start, slot.end)

    def draw_free_moment(self, chance: Random) -> int:
        """Draw a moment that is rather in somebody's own time."""
        weights = [(slot.end - slot.start) * slot.freedom for slot in self.slots]
        slot = chance.choices(self.slots, weights=weights)[0]
        return chance.randrange(slot.start, slot.end)


def moment(day: date, at: time) -> int:
    """Return a local time of a day in milliseconds since 1970, UTC."""
    return int(datetime.combine(day, at, tzinfo=LONDON).timestamp()) * 1000


def draw_stay(colleague: Colleague, day: date, chance: Random) -> Stay | None:
    """Draw when a colleague is at school, or None where they are not there that day."""
    if not colleague.here or chance.random() < ABSENT:
        return None
    if colleague.job.comes_weekly:
        return _meeting(day)
    if day.weekday() == SATURDAY:
        return _weekend_round(colleague, day)
    worked = BY_NAME[colleague.person.pattern].days.get(day.weekday())
    if worked is None:
        return None
    slots = [slot for one in worked.ranges for slot in _slots(day, one, worked.breaks)]
    early, late = EARLY_MINUTES.draw(chance), LATE_MINUTES.draw(chance)
    before = Slot(slots[0].start - int(early * MINUTE), slots[0].start, IN_OWN_TIME)
    after = Slot(slots[-1].end, slots[-1].end + int(late * MINUTE), IN_OWN_TIME)
    return Stay((before, *slots, after))


def _meeting(day: date) -> Stay | None:
    weekday, start, end = GOVERNORS_MEET
    if day.weekday() != weekday:
        return None
    return Stay((Slot(moment(day, start), moment(day, end), IN_OWN_TIME),))


def _weekend_round(colleague: Colleague, day: date) -> Stay | None:
    if colleague.job.title != "site":
        return None
    return Stay((Slot(moment(day, ROUND[0]), moment(day, ROUND[1]), IN_WORK),))


def _slots(day: date, worked: TimeRange, breaks: tuple[TimeRange, ...]) -> list[Slot]:
    """Divide a working range into work and breaks."""
    slots, now = [], worked.start
    for pause in breaks:
        if not worked.start <= pause.start < worked.end:
            continue
        slots.append(Slot(moment(day, now), moment(day, pause.start), IN_WORK))
        slots.append(Slot(moment(day, pause.start), moment(day, pause.end), IN_BREAK))
        now = pause.end
    slots.append(Slot(moment(day, now), moment(day, worked.end), IN_WORK))
    return slots
