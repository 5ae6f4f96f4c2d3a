"""Which address leads to which room?"""

from __future__ import annotations

from django.urls import include, path

from staffroom.web.setup.school import change_school

urlpatterns = [
    path("", include("staffroom.web.home.urls")),
    path("", include("staffroom.web.account.urls")),
    path("set-up/", include("staffroom.web.setup.urls")),
    path("school/", change_school, name="school"),
    path("people/", include("staffroom.web.people.urls")),
    path("me/", include("staffroom.web.people.own_urls")),
    path("policies/", include("staffroom.web.policies.urls")),
    path("monitoring/", include("staffroom.web.monitoring.urls")),
    path("check/", include("staffroom.web.checker.urls")),
    path("notices/", include("staffroom.web.notices.urls")),
    path("audit/", include("staffroom.web.audit.urls")),
]

handler400 = "staffroom.web.faults.bad_request"
handler403 = "staffroom.web.faults.refused"
handler404 = "staffroom.web.faults.not_found"
handler500 = "staffroom.web.faults.broken"
