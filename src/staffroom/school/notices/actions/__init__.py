"""What can be done with notices; each subject is a file, and `send` is what other rooms need."""

from staffroom.school.notices.actions.sending import OneUse, send

__all__ = ["OneUse", "send"]
