"""The addresses of this part of the desk, and what it adds to every page."""

from __future__ import annotations

from django.urls import path

from staffroom.web.frame import WARNERS
from staffroom.web.home.tasks import SOURCES
from staffroom.web.monitoring import (
    answering,
    counts,
    device_file,
    devices,
    domain_lists,
    identities,
    my_record,
    networks,
    notice,
    overrides,
    overview,
    purposes,
    read_now,
    record_page,
    remark,
    review,
    setting,
    sources,
    statement,
    statement_file,
    summary,
    trend,
)
from staffroom.web.monitoring.waiting import monitoring_tasks, warn_of_review
from staffroom.web.pages import FIRST

SOURCES.append(monitoring_tasks)
WARNERS.append(warn_of_review)
FIRST.append(notice.notice_first)

urlpatterns = [
    path("", overview.show_overview, name="monitoring"),
    path("notice/", notice.show_notice, name="monitoring_notice"),
    path("my-record/", my_record.go_to_my_record, name="my_record"),
    path("records/<slug:ref>/", my_record.show_record, name="own_record"),
    path("records/<slug:ref>/all.json", my_record.give_record, name="own_record_file"),
    path("records/<slug:ref>/remark/", remark.write_about, name="write_remark"),
    path("purposes/", purposes.show_purposes, name="purposes"),
    path("answers/", answering.show_waiting, name="answering"),
    path("answers/allow/", answering.allow, name="purpose_allow"),
    path("answers/requests/<slug:ref>/", answering.answer_a_request, name="purpose_answer"),
    path("answers/remarks/<slug:ref>/", answering.answer_a_remark, name="remark_answer"),
    path("answers/lines/<slug:ref>/end/", answering.end_line, name="purpose_end"),
    path("counts/", counts.show_counts, name="counts"),
    path("counts/trend/", trend.show_trend, name="counts_trend"),
    path("counts/summary/", summary.show_summary, name="counts_summary"),
    path("record/", record_page.show_record_of_monitoring, name="monitoring_record"),
    path("record/switch/", record_page.ask_switch, name="monitoring_switch"),
    path("record/switch/<slug:ref>/confirm/", record_page.confirm, name="switch_confirm"),
    path("record/switch/<slug:ref>/take-back/", record_page.take_back, name="switch_take_back"),
    path("record/settings/<slug:name>/", setting.change, name="monitoring_setting"),
    path("record/review/", review.plan, name="review_plan"),
    path("record/review/held/", review.hold, name="review_held"),
    path("record/<slug:subject>/", statement.write_statement, name="statement"),
    path("record/<slug:subject>/<int:number>.pdf", statement_file.give_statement, name="statement_file"),
    path("logs/", sources.show_sources, name="log_sources"),
    path("logs/add/", sources.add, name="log_source_add"),
    path("logs/now/", read_now.show_reading, name="reading_now"),
    path("logs/hosts/", overrides.show_overrides, name="overrides"),
    path("logs/hosts/<slug:ref>/end/", overrides.end, name="override_end"),
    path("logs/<slug:ref>/", sources.show_source, name="log_source"),
    path("logs/<slug:ref>/switch/", sources.switch_source, name="log_source_switch"),
    path("network/ranges/", networks.show_networks, name="networks"),
    path("network/ranges/<slug:ref>/remove/", networks.remove, name="network_remove"),
    path("network/devices/", devices.show_devices, name="devices"),
    path("network/devices/add/", devices.add, name="device_add"),
    path("network/devices/import/", device_file.upload_devices, name="device_upload"),
    path("network/devices/import/<slug:ref>/", device_file.look_at_devices, name="device_look"),
    path("network/devices/import/<slug:ref>/give-up/", device_file.give_up, name="device_give_up"),
    path("network/devices/<slug:ref>/end/", devices.end, name="device_end"),
    path("network/lists/", domain_lists.show_lists, name="domain_lists"),
    path("network/lists/<slug:ref>/remove/", domain_lists.remove, name="domain_list_remove"),
    path("network/leases/", identities.show_identities, name="identities"),
    path("network/leases/<slug:ref>/remove/", identities.remove, name="identity_remove"),
]
