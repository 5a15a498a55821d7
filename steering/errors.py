"""Every error this package raises on purpose.

SteeringError
├── FlowError          a flow file that cannot be used; carries all its findings
├── UnknownFlow        no flow of that name; names those there are
├── FactError          a fact that a flow does not know, needs, or cannot read
├── TurnRejected       a turn that cannot be taken; the session is unchanged
├── RequestRefused     a request that asks for something that cannot be done
│   ├── FlowChanged    another flow was asked for after the call had begun
│   ├── FactSettled    a fact was to be changed that the caller has heard or agreed to
│   ├── OptedOut       a call to somebody who asked not to be called
│   ├── QuietHours     a call at an hour at which its flow calls nobody
│   ├── KeyReused      an idempotency key that stood for another call
│   └── OnHold         a session that must not be erased
├── PlatformError      a voice platform that refuses what it is asked, or cannot be reached
├── NoTelephone        a call is to be placed, and no telephone platform is set up
└── StoreUnavailable   the ledger cannot be read or written now

Not understanding the caller is a Reply, never an error.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Finding:
    """One thing `check` has to say about one place of one file. Lines and columns count from 1."""

    file: str
    line: int
    column: int
    code: str
    severity: Literal["error", "warning"]
    message: str

    def __str__(self) -> str:
        mark = "" if self.severity == "error" else "warning: "
        return f"{self.file}:{self.line}:{self.column}: {mark}{self.message} [{self.code}]"


class SteeringError(Exception):
    """The root of the tree; `code` is stable and may be relied on by programs."""

    code = "steering_error"


class FlowError(SteeringError):
    """A flow that does not load. `findings` holds every finding, errors and warnings."""

    code = "flow_error"

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(str(finding) for finding in self.findings))


class UnknownFlow(SteeringError):
    code = "unknown_flow"

    def __init__(self, wanted: str | None, known: Iterable[str], model: str | None = None) -> None:
        """*model* is that of a request that names no flow; it chooses one only when it is its name."""
        self.wanted, self.known = wanted, tuple(sorted(known))
        names = ", ".join(self.known) or "none"
        none = f", and the model '{model[:60]}' is none" if model else ""
        told = f"No flow was chosen for this call{none}; choose one with ?flow=NAME in the address, or `flow` in a prepared session."
        what = f"There is no flow '{wanted}'." if wanted else told
        super().__init__(f"{what} The flows are: {names}.")


class FactError(SteeringError):
    code = "invalid_fact"

    def __init__(self, message: str, param: str) -> None:
        self.param = param
        super().__init__(message)


class TurnRejected(SteeringError):
    code = "turn_rejected"


class RequestRefused(SteeringError):
    code = "invalid_request"

    def __init__(self, message: str, *, param: str | None = None) -> None:
        self.param = param
        super().__init__(message)


class FlowChanged(RequestRefused):
    code = "flow_changed"


class FactSettled(RequestRefused):
    code = "fact_settled"


class PlatformError(SteeringError):
    """*platform_code* is the platform's own code and *status* its HTTP status; 0 when it gave none."""

    code = "platform_error"

    def __init__(self, message: str, *, platform_code: int = 0, status: int = 0) -> None:
        self.platform_code, self.status = platform_code, status
        super().__init__(message)


class OnHold(RequestRefused):
    code = "on_hold"


class OptedOut(RequestRefused):
    code = "opted_out"


class QuietHours(RequestRefused):
    code = "quiet_hours"


class KeyReused(RequestRefused):
    code = "idempotency_key_reused"


class NoTelephone(SteeringError):
    code = "no_telephone"


class StoreUnavailable(SteeringError):
    code = "store_unavailable"
