"""Makes notices in an office of its own, for tests of several processes: how many, and the server's port."""

from __future__ import annotations

import sys

import django

django.setup()

from school.notices.made_notices import make_notice, use_server  # noqa: E402

use_server(int(sys.argv[2]))
for _ in range(int(sys.argv[1])):
    make_notice()
