"""What somebody signs in with."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from staffroom.records.privacy import Lifetime, content, housekeeping, identifies
from staffroom.school.people.models.person import Person


class Users(BaseUserManager["User"]):
    """Makes and finds users."""

    def create_user(self, email: str, password: str | None = None, *, person: Person | None = None) -> User:
        """Make a user; without a password only a passkey or another provider signs them in."""
        user = self.model(email=self.normalize_email(email).lower(), person=person)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A sign-in. Almost always a person's; it stops working the minute the person has left."""

    email = models.EmailField(unique=True)
    person = models.OneToOneField(
        Person, on_delete=models.PROTECT, related_name="user", null=True, blank=True
    )
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(null=True, blank=True)
    password = models.CharField(max_length=128)
    last_login = models.DateTimeField(null=True, blank=True)

    objects = Users()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    is_staff = is_superuser = False

    class Privacy:
        """The password is kept as a hash and shown to nobody."""

        email = identifies(Lifetime.IN_SCOPE)
        person = identifies(Lifetime.IN_SCOPE)
        is_active = housekeeping(Lifetime.IN_SCOPE)
        joined_at = housekeeping(Lifetime.IN_SCOPE, is_shown=True)
        password = content(Lifetime.IN_SCOPE, is_shown=False)
        last_login = housekeeping(Lifetime.IN_SCOPE, is_shown=True)

    def __str__(self) -> str:
        return self.email
