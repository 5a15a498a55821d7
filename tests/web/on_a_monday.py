"""The real application on a Monday morning in Chicago: the clinic is open whenever its tests run."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime

from steering.web.app import create_app, open_steering
from steering.web.settings import Settings

_SHIFT = datetime(2026, 11, 23, 16, 0, tzinfo=UTC).timestamp() - time.time()

if "SERVE_ON_A_MONDAY" in os.environ:
    settings = Settings.from_env(os.environ)
    app = create_app(settings, steering=open_steering(settings, clock=lambda: time.time() + _SHIFT))
