"""The real application, which waits a second instead of a minute for a process that took a delivery and died."""

from __future__ import annotations

import os

from steering import outbox
from steering.web.app import create_app

if "SERVE_TELLING" in os.environ:
    outbox.LEASE = 1.0
    app = create_app()
