"""The records of notices."""

from staffroom.school.notices.models.channel import Channel
from staffroom.school.notices.models.delivery import Delivery, Stage
from staffroom.school.notices.models.mail_settings import MailSettings
from staffroom.school.notices.models.notice import Notice, State

__all__ = ["Channel", "Delivery", "MailSettings", "Notice", "Stage", "State"]
