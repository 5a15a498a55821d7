"""Voice platforms without an account: each speaks its wire to a running server, as the platform does, one turn at a time.

Nothing here knows the engine: what is heard is what a caller of that platform would hear.
"""

from __future__ import annotations

from collections.abc import Mapping

from steering.simulator.openai import Evi, OpenAI
from steering.simulator.retell import Retell
from steering.simulator.server import Heard, Platform, Server
from steering.simulator.twilio import Gather, Relay

__all__ = ["PLATFORMS", "Heard", "Platform", "Server"]

PLATFORMS: Mapping[str, type[OpenAI | Retell | Gather | Relay]] = {
    "evi": Evi,
    "openai": OpenAI,
    "retell": Retell,
    "relay": Relay,
    "gather": Gather,
}
