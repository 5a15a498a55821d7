"""Commands that show what a call is worth as evidence: certificate."""

from __future__ import annotations

import argparse
import json

from steering.cli.command import Command
from steering.cli.record import opened, whose
from steering.errors import RequestRefused


def add(command: Command) -> None:
    """`steering certificate`."""
    certificate = command("certificate", _certificate, "Certify a call: what was heard and agreed to, and whether its record holds.")
    certificate.add_argument("session", metavar="SESSION", help="the id of the call")
    certificate.add_argument("--incarnation", type=int, metavar="N", help="an earlier call under the same id, counted from 1")
    form = certificate.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print JSON (the default)")
    form.add_argument("--html", action="store_true", help="print a page that stands alone and can be printed")
    whose(certificate)


def _certificate(arguments: argparse.Namespace) -> int:
    from steering.certificate import as_json
    from steering.certificate.page import page

    with opened(arguments) as steering:
        found = steering.certificate(arguments.owner, arguments.session, arguments.incarnation)
    if found is None:
        raise unknown(arguments)
    print(page(found) if arguments.html else json.dumps(as_json(found), indent=2, ensure_ascii=False))
    return int(not found.chain.verifies)


def unknown(arguments: argparse.Namespace) -> RequestRefused:
    whose = f" of '{arguments.owner}'" if arguments.owner else "; calls taken with a named key need --owner"
    return RequestRefused(f"There is no session '{arguments.session}'{whose}.")
