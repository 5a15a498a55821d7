"""A telephone answered through Twilio: ConversationRelay's socket, and `<Gather>` where no socket can be had."""

from __future__ import annotations

from flask import Flask

from steering.service import Steering
from steering.web.settings import Settings
from steering.web.sockets import Sockets
from steering.web.twilio import gather, relay, voice


def init_app(app: Flask, steering: Steering, settings: Settings, sockets: Sockets) -> None:
    """Opens Twilio's doors on *app*."""
    app.register_blueprint(voice.blueprint(steering, settings))
    app.register_blueprint(gather.blueprint(steering, settings))
    app.register_blueprint(relay.blueprint(steering, settings, sockets))
