"""Commands that show what calls are worth as evidence: certificate, replay."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from steering.cli.command import Command, count, file_of
from steering.cli.record import checkpoints, opened, unknown, whose
from steering.errors import RequestRefused, SteeringError

if TYPE_CHECKING:
    from steering.core.flow import Flow
    from steering.replay import Recording
    from steering.service import Steering


def add(command: Command) -> None:
    """`steering certificate | replay`."""
    certificate = command("certificate", _certificate, "Certify a call: what was heard and agreed to, and whether its record holds.")
    certificate.add_argument("session", metavar="SESSION", help="the id of the call")
    certificate.add_argument("--incarnation", type=int, metavar="N", help="an earlier call under the same id, counted from 1")
    form = certificate.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print JSON (the default)")
    form.add_argument("--html", action="store_true", help="print a page that stands alone and can be printed")
    certificate.add_argument("--checkpoints", metavar="FILE", help="instead of STEERING_CHECKPOINTS")
    whose(certificate)
    replay = command("replay", _replay, "Take calls again from their record, and say where something else is said than then.")
    replay.add_argument("sessions", nargs="*", metavar="SESSION", help="the ids of calls; without any, all that are on the record")
    what = replay.add_mutually_exclusive_group()
    what.add_argument("--with", dest="new", metavar="FILE", help="a new version of the flow: what would it have said?")
    replay.add_argument("--flow", metavar="NAME", help="calls of this flow only (with --with: of the flow that FILE names)")
    replay.add_argument("--since", metavar="DATE", help="calls that had a turn since then")
    replay.add_argument("--incarnation", type=int, metavar="N", help="an earlier call under the same id, counted from 1")
    replay.add_argument("--from", dest="folder", metavar="FOLDER", help="take the calls saved in this folder instead of the record")
    what.add_argument("--save", metavar="FOLDER", help="take none, save them there: to be taken elsewhere, private values hidden")
    whose(replay)


def _certificate(arguments: argparse.Namespace) -> int:
    from steering.certificate import as_json
    from steering.certificate.page import page

    with opened(arguments) as steering:
        found = steering.certificate(arguments.owner, arguments.session, arguments.incarnation, checkpoints=checkpoints(arguments))
    if found is None:
        raise unknown(arguments.session, arguments.owner, arguments.incarnation)
    text = page(found) if arguments.html else json.dumps(as_json(found), indent=2, ensure_ascii=False) + "\n"
    print(text, end="")
    return int(not found.chain.verifies)


def _replay(arguments: argparse.Namespace) -> int:
    from steering.loader import load_sources, load_version
    from steering.replay import first_difference

    new = load_version(file_of(arguments.new)) if arguments.new else None
    same = differ = failed = 0
    with ExitStack() as stack:
        for name, call in _calls(arguments, stack, arguments.flow or (new.name if new else None)):
            try:
                if isinstance(call, SteeringError):
                    raise call
                if new and call.flow not in (new.name, arguments.flow):
                    raise RequestRefused(
                        f"the call is of the flow '{call.flow}', and {arguments.new} is the flow '{new.name}':"
                        f" give a version of '{call.flow}', or --flow {call.flow} when it goes by that name now."
                    )
                flow = new or load_sources(call.sources, call.flow)
                if arguments.save:
                    _save(Path(arguments.save), call, flow)
                    continue
                found = first_difference(call, flow)
            except SteeringError as error:
                failed += 1
                print(f"{name}: cannot be taken again: {error}")
                continue
            same += found is None
            differ += found is not None
            if found is None:
                print(f"{name}: {count(call.count, 'turn')}, the same")
            else:
                print(f"{name}: turn {found.turn} differs\n  on the record: {found.recorded}\n  now:           {found.now}")
    if arguments.save:
        return int(bool(failed))
    print(f"{count(same + differ + failed, 'call')}: {same} the same, {differ} not, {failed} that cannot be taken again")
    # What a new version would say is news, not an error; that the record cannot be repeated is one.
    return int(bool(failed) or bool(differ and new is None) or not same + differ)


def _calls(arguments: argparse.Namespace, stack: ExitStack, flow: str | None) -> Iterator[tuple[str, Recording | SteeringError]]:
    """The calls that are meant by name, each as it is on the record or with the reason why it is not."""
    from steering.web.api import since

    after = since(arguments.since) or 0.0
    if arguments.folder:
        if not Path(arguments.folder).is_dir():
            raise ValueError(f"there is no folder {arguments.folder}: name one that `steering replay --save` has written")
        for path in sorted(Path(arguments.folder).glob("*.json")):
            call = _saved(path)
            if isinstance(call, SteeringError):
                yield path.name, call
            elif flow in (None, call.flow) and call.session in (arguments.sessions or [call.session]) and call.last >= after:
                yield call.session, call
        return
    steering = stack.enter_context(opened(arguments))
    ids = arguments.sessions or [view.id for view in steering.sessions(arguments.owner, flow=flow, since=after)]
    for id in ids:
        yield id, _recorded(steering, arguments, id)


def _recorded(steering: Steering, arguments: argparse.Namespace, id: str) -> Recording | SteeringError:
    try:
        call = steering.recording(arguments.owner, id, arguments.incarnation)
    except SteeringError as error:
        return error
    return call or unknown(id, arguments.owner, arguments.incarnation)


def _saved(path: Path) -> Recording | SteeringError:
    import msgspec

    from steering.replay import Recording

    try:
        return msgspec.json.decode(path.read_bytes(), type=Recording)
    except msgspec.DecodeError as error:
        return RequestRefused(f"{path} is no call that `steering replay --save` has written ({error}).")


def _save(folder: Path, call: Recording, flow: Flow) -> None:
    import msgspec

    from steering.replay import without_private_values

    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{quote(call.session, safe='@+=')}-{call.incarnation}.json"
    path.write_bytes(msgspec.json.format(msgspec.json.encode(without_private_values(call, flow))))
    print(path)
