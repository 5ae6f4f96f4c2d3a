"""How is the office set up while it is tested? As for a school, in a folder that goes with the tests.

DATABASE_URL names the database; without it, SQLite in memory. The environment is given back as it was,
so that tests of the command line see none of it.
"""

from __future__ import annotations

import os
import tempfile

_kept = dict(os.environ)
os.environ["STAFFROOM_HOME"] = tempfile.mkdtemp(prefix="staffroom-tests-")
os.environ["STAFFROOM_SECRET"] = "a secret for tests only"
os.environ.pop("STAFFROOM_ADDRESS", None)
os.environ.setdefault("DATABASE_URL", "sqlite://:memory:")

from staffroom.config.settings import *  # noqa: F403

for _name in ("STAFFROOM_HOME", "STAFFROOM_SECRET", "DATABASE_URL"):
    os.environ.pop(_name, None)
os.environ.update(_kept)

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick; nothing here is secret
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
