"""How the tests of every folder run."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# A slow machine is no fault of the code: no example has a deadline, and making them may take its time.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")
