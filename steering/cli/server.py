"""Commands around the server."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from steering.cli.command import Command


def add(command: Command) -> None:
    """`steering serve`."""
    command("serve", _serve, "Answer voice platforms from the flows (settings: docs/deploy.md).")


def _serve(arguments: argparse.Namespace) -> int:
    here = Path(__file__).resolve().parent.parent.parent
    config = here / "gunicorn.conf.py"
    if not config.is_file():
        print("steering: run `steering serve` from a checkout: gunicorn.conf.py and wsgi.py stand there.", file=sys.stderr)
        return 1
    gunicorn = [sys.executable, "-m", "gunicorn", "--config", str(config), "--pythonpath", str(here), "wsgi:app"]
    os.execv(sys.executable, gunicorn)
