"""What holds for all tests."""

from __future__ import annotations

from hypothesis import settings

# Nothing here is timed: a machine may be busy with other work.
# What is green at one commit is green there tomorrow; `make explore` looks further.
settings.register_profile("steering", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None)
settings.load_profile("steering")
