"""Commands around the server; they need the checkout, where its settings and its benchmarks stand."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from steering.cli.command import Command
from steering.errors import SteeringError

CHECKOUT = Path(__file__).resolve().parent.parent.parent


def add(command: Command) -> None:
    """`steering serve | bench`."""
    command("serve", _serve, "Answer voice platforms from the flows (settings: docs/deploy.md).")
    command("bench", _bench, "Measure everything in docs/benchmarks.md anew, and print its tables.")


def _serve(arguments: argparse.Namespace) -> int:
    from steering.web.settings import Settings

    config = _standing("gunicorn.conf.py")
    # gunicorn takes WEB_CONCURRENCY for a number before its configuration looks at the settings.
    Settings.from_env(os.environ)
    os.execv(sys.executable, [sys.executable, "-m", "gunicorn", "--config", str(config), "--pythonpath", str(CHECKOUT), "wsgi:app"])


def _bench(arguments: argparse.Namespace) -> int:
    main = _standing("bench/__main__.py")
    os.chdir(main.parent.parent)
    os.execv(sys.executable, [sys.executable, "-m", "bench"])


def _standing(file: str) -> Path:
    if not (CHECKOUT / file).is_file():
        raise SteeringError(f"this command runs from a checkout: {file} stands there.")
    return CHECKOUT / file
