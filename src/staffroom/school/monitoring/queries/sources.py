"""Which logs are read, and what came of it?"""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Max, Prefetch

from staffroom.school.monitoring.models import CatalogueOverride, LogSource, ReadingRequest, SourceReading


def log_sources() -> Sequence[LogSource]:
    """Return the sources, each with its latest reading as `latest` (an empty list before the first)."""
    newest = SourceReading.objects.order_by().values("source").annotate(newest=Max("id")).values("newest")
    latest = Prefetch("readings", SourceReading.objects.filter(id__in=newest), to_attr="latest")
    return list(LogSource.objects.prefetch_related(latest))


def log_source(ref: str) -> LogSource:
    """Return one source. Raises LogSource.DoesNotExist."""
    return LogSource.objects.get(ref=ref)


def readings_of(source: LogSource, *, most: int = 30) -> Sequence[SourceReading]:
    """Return the latest readings of a source."""
    return list(source.readings.all()[:most])


def overrides(*, most: int = 500) -> Sequence[CatalogueOverride]:
    """Return the school's word about hosts, also what holds no more."""
    return list(CatalogueOverride.objects.select_related("decided_by")[:most])


def latest_request() -> ReadingRequest | None:
    """Return the reading that was asked for last; None where nobody has asked."""
    return ReadingRequest.objects.first()
