"""What holds for all tests."""

from __future__ import annotations

from hypothesis import settings

# Nothing here is timed: a machine may be busy with other work.
settings.register_profile("steering", deadline=None)
settings.load_profile("steering")
