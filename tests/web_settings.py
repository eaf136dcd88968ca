"""Django's settings for the tests: an instance of its own in a temporary folder."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

for name in [name for name in os.environ if name.startswith("BEFFROI_")]:
    del os.environ[name]

_home = tempfile.mkdtemp(prefix="beffroi-tests-")
os.environ["BEFFROI_HOME"] = _home


def _clean(owner: int) -> None:
    """A process forked by a test ends too, and must leave the folder to the one that made it."""
    if os.getpid() == owner:
        shutil.rmtree(_home, ignore_errors=True)


atexit.register(_clean, os.getpid())

from beffroi_web.settings import *  # noqa: E402, F403

# Argon2 takes 50 ms a password on purpose; one test checks that it is the real setting.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# pytest-xdist would name the base of our own engine after its absolute path; in memory, each
# worker has its own without a name.
DATABASES["default"]["TEST"] = {"NAME": ":memory:"}  # noqa: F405
