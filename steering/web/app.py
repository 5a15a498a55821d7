"""The Flask application: every door, on one Steering."""

from __future__ import annotations

import atexit
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from flask import Flask

from steering.core.hearing import hear
from steering.errors import FlowError
from steering.loader.shelf import Shelf
from steering.numbers import Switchboard, check_numbers
from steering.outbound import Outbound
from steering.outbox import Outbox
from steering.record.checkpoints import checkpoints_of
from steering.service import Steering
from steering.store import open_store
from steering.telephone import Line
from steering.twilio_rest import Twilio
from steering.upkeep import Upkeep
from steering.web import api, calls, errors, health, hume, retell, sockets, sse, twilio, websocket
from steering.web.settings import Settings


def create_app(settings: Settings | None = None, *, steering: Steering | None = None) -> Flask:
    """The application on *steering*, or on one opened as the settings say.

    Opens the store: to be called in the process that answers, after any fork and before the first request.
    """
    settings = settings or Settings.from_env(os.environ)
    steering = steering or open_steering(settings)
    app = Flask("steering", static_folder=None)
    app.config["SOCK_SERVER_OPTIONS"] = sockets.OPTIONS
    app.extensions["steering"] = steering
    app.extensions["upkeep"] = Upkeep(steering, checkpoints_of(settings.database_url, settings.checkpoints))
    app.extensions["sockets"] = opened = sockets.Sockets(settings.max_sockets)
    app.extensions["line"] = line = open_line(settings)
    outbox = open_outbox(steering, settings, line)
    app.extensions["outbox"] = outbox
    outbox.start()
    # People enter addresses by hand, into the forms of platforms.
    app.url_map.strict_slashes = False
    app.url_map.converters["id"] = api.AnyId
    errors.init_app(app)
    app.register_blueprint(sse.blueprint(steering, settings))
    app.register_blueprint(websocket.blueprint(steering, settings, opened))
    app.register_blueprint(hume.blueprint(steering, settings))
    app.register_blueprint(retell.blueprint(steering, settings, opened))
    twilio.init_app(app, steering, settings, opened)
    app.register_blueprint(api.blueprint(steering, settings, outbox))
    app.register_blueprint(calls.blueprint(Outbound(steering, line), settings))
    app.register_blueprint(health.blueprint(steering))
    return app


def open_steering(settings: Settings, *, clock: Callable[[], float] = time.time) -> Steering:
    """A Steering on the flows and the store of *settings*, closed when the process ends. *clock* gives unix seconds."""
    store = open_store(settings.database_url, master_key=settings.master_key)
    shelf = Shelf(settings.flows)
    # Everything a first caller would wait for: flows are read, and the words of their languages with them.
    for name in shelf.names():
        with suppress(FlowError):
            hear("yes_no", "yes", language=shelf.get(name).language)
    steering = Steering(
        shelf,
        store,
        default_flow=settings.default_flow,
        look_up_hosts=settings.look_up_hosts,
        switchboard=Switchboard(settings.flows),
        clock=clock,
    )
    atexit.register(steering.close)
    return steering


def open_line(settings: Settings) -> Line | None:
    """The telephone line that *settings* describe; None when they describe none."""
    if not (settings.twilio_account and settings.twilio_tokens and settings.public_url):
        return None
    twilio = Twilio(settings.twilio_account, settings.twilio_tokens[0], api=settings.twilio_api_url)
    return Line(twilio=twilio, number=settings.twilio_number, public_url=settings.public_url)


def open_outbox(steering: Steering, settings: Settings, line: Line | None) -> Outbox:
    """What tells the world of the calls of *steering*, as *settings* say; not started."""
    return Outbox(steering, url=settings.webhook_url, keys=settings.webhook_keys, hosts=settings.look_up_hosts, line=line)


def flow_problems(settings: Settings) -> list[str]:
    """What an operator should know of the flows before the first call."""
    shelf = Shelf(settings.flows)
    names = shelf.names()
    found = [*shelf.problems(), *check_numbers(Path(settings.flows))[1]]
    problems = [str(finding) for finding in found if finding.severity == "error"]
    if not names:
        problems.append(f"STEERING_FLOWS: there is no flow in the folder '{settings.flows}': no call can be taken until there is one")
    if settings.default_flow and settings.default_flow not in names:
        there = f"or STEERING_FLOW names one that is: {', '.join(names)}" if names else "and there is no other"
        problems.append(
            f"STEERING_FLOW: there is no flow '{settings.default_flow}': calls that ask for none fail until it is there, {there}"
        )
    return problems
