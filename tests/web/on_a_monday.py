"""The real application on a Monday morning in Chicago: the clinic is open whenever its tests run."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime

from steering.loader.shelf import Shelf
from steering.service import Steering
from steering.store import open_store
from steering.web.app import create_app
from steering.web.settings import Settings

_SHIFT = datetime(2026, 11, 23, 16, 0, tzinfo=UTC).timestamp() - time.time()

if "SERVE_ON_A_MONDAY" in os.environ:
    settings = Settings.from_env(os.environ)
    store = open_store(settings.database_url, master_key=settings.master_key)
    steering = Steering(
        Shelf(settings.flows),
        store,
        default_flow=settings.default_flow,
        look_up_hosts=settings.look_up_hosts,
        clock=lambda: time.time() + _SHIFT,
    )
    app = create_app(settings, steering=steering)
