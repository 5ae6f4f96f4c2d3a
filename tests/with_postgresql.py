"""Runs a command with a real PostgreSQL of its own, which goes when the command ends.

    python tests/with_postgresql.py python -m pytest tests/school tests/web

The server listens on a socket in a temporary folder only. It waits for the disk only where POSTGRESQL_FSYNC
is "on". Says so and ends with 0 where PostgreSQL is not installed, unless CI is set.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name))
OWNER = "postgres"


def main(command: list[str]) -> int:
    """Run the command with DATABASE_URL set, and return how it ended."""
    if not BINARIES and not shutil.which("initdb"):
        print("PostgreSQL is not installed, so nothing was tested on it. On Debian: apt install postgresql")
        return 1 if os.environ.get("CI") else 0
    folder = Path(tempfile.mkdtemp(prefix="staffroom-postgresql-", dir="/tmp"))
    try:
        return _run(folder, command)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(folder: Path, command: list[str]) -> int:
    binaries = BINARIES[-1] if BINARIES else Path(str(shutil.which("initdb"))).parent
    as_owner = _owner(folder)
    cluster = str(folder / "cluster")
    quiet = {"stdout": subprocess.DEVNULL, "check": True, "cwd": folder}
    subprocess.run(
        [*as_owner, str(binaries / "initdb"), "-D", cluster, "-A", "trust", "-U", "staffroom", "-E", "UTF8"],
        **quiet,
    )
    fsync = "on" if os.environ.get("POSTGRESQL_FSYNC") == "on" else "off"
    options = f"-k {folder} -c listen_addresses= -c fsync={fsync} -c max_connections=100"
    control = [*as_owner, str(binaries / "pg_ctl"), "-D", cluster]
    log = str(folder / "log")
    subprocess.run([*control, "-w", "-l", log, "-o", options, "start"], **quiet)
    try:
        address = f"postgresql://staffroom@/postgres?host={folder}"
        return subprocess.run(command, env=os.environ | {"DATABASE_URL": address}, check=False).returncode
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], **quiet)


def _owner(folder: Path) -> list[str]:
    """Return what runs a program as somebody who is not root, whom PostgreSQL refuses."""
    if os.geteuid() != 0:
        return []
    account = pwd.getpwnam(OWNER)
    os.chown(folder, account.pw_uid, account.pw_gid)
    folder.chmod(0o755)
    return ["setpriv", f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}", "--clear-groups"]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
