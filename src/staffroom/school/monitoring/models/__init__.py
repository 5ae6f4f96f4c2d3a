"""The records of monitoring."""

from staffroom.school.monitoring.models.attendee import Attendee
from staffroom.school.monitoring.models.catalogue_override import CatalogueOverride
from staffroom.school.monitoring.models.domain_list import DomainList
from staffroom.school.monitoring.models.identity_source import IdentitySource
from staffroom.school.monitoring.models.log_source import LogSource
from staffroom.school.monitoring.models.notice_seen import NoticeSeen
from staffroom.school.monitoring.models.notice_version import NoticeVersion
from staffroom.school.monitoring.models.published_week import PublishedWeek
from staffroom.school.monitoring.models.reading_request import ReadingRequest
from staffroom.school.monitoring.models.remark import Remark, RemarkState
from staffroom.school.monitoring.models.review import Review
from staffroom.school.monitoring.models.school_device import SchoolDevice
from staffroom.school.monitoring.models.school_network import SchoolNetwork
from staffroom.school.monitoring.models.school_purpose import PurposeState, SchoolPurpose
from staffroom.school.monitoring.models.setting_change import SettingChange
from staffroom.school.monitoring.models.settings import MonitoringSettings
from staffroom.school.monitoring.models.source_reading import SourceReading
from staffroom.school.monitoring.models.statement import Statement
from staffroom.school.monitoring.models.switch_request import Settlement, SwitchRequest

__all__ = [
    "Attendee",
    "CatalogueOverride",
    "DomainList",
    "IdentitySource",
    "LogSource",
    "MonitoringSettings",
    "NoticeSeen",
    "NoticeVersion",
    "PublishedWeek",
    "PurposeState",
    "ReadingRequest",
    "Remark",
    "RemarkState",
    "Review",
    "SchoolDevice",
    "SchoolNetwork",
    "SchoolPurpose",
    "SettingChange",
    "Settlement",
    "SourceReading",
    "Statement",
    "SwitchRequest",
]
