"""One HTTP request to a host that the operator has listed: bounded in time and size, to an address that was checked.

A name is resolved once, every address it has is looked at, and the connection goes to one of these: a name
that answers differently the second time (DNS rebinding) gains nothing. Redirects are not followed, proxies
of the environment not used, and compressed answers, which may be bombs, not unpacked.
"""

from __future__ import annotations

import contextlib
import ipaddress
import re
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

import httpcore
import httpx

MOST_BYTES = 1 << 20
# Seconds for which the checked addresses of a name are used again.
KEPT = 30.0
_HOST = re.compile(r"(?P<host>\[[0-9a-f:.%]+\]|[^\s:/@?#\[\]]+)(?::(?P<port>\d{1,5}))?")
_IN_IPV6 = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("::/96"))
# The address itself is not repeated: it may hold a password.
_NO_ADDRESS = "this is no address; write https://crm.example.com/hooks, without a name or password in it"
_PORTS = {"http": 80, "https": 443}

Resolve = Callable[[str, int], Iterable[str]]


class Unreached(Exception):
    """No answer. *reason* is a stable word; *sent* when the request may have been taken all the same."""

    def __init__(self, reason: str, *, sent: bool = False) -> None:
        self.reason, self.sent = reason, sent
        super().__init__(reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back, whatever its status. Names of *headers* are in lower case."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


class Hosts:
    """The operator's list: `crm.example.com`, `crm.example.com:8443`, `10.0.0.5:8080`, `private:booking.internal:8080`.

    Without a port, any. An address is meant as it is; a name has public addresses only, unless it is `private:`.
    ValueError for what is no host.
    """

    def __init__(self, entries: Iterable[str]) -> None:
        self._listed: dict[tuple[str, int | None], bool] = {}
        for entry in entries:
            text = entry.strip().casefold()
            private = text.startswith("private:") and not text[8:].isdecimal()
            match = _HOST.fullmatch(text.removeprefix("private:") if private else text)
            host = _named(match["host"]) if match else ""
            if match is None or not host:
                raise ValueError(f"'{entry.strip()}' is no host; write crm.example.com, crm.example.com:8443 or private:crm.internal")
            self._listed[host, int(match["port"]) if match["port"] else None] = private or _address(host) is not None

    def listed(self, host: str, port: int) -> bool:
        """Whether flows may ask *host* there."""
        return (host, port) in self._listed or (host, None) in self._listed

    def may_be_private(self, host: str, port: int) -> bool:
        """Whether the addresses of *host* need not be public."""
        return self._listed.get((host, port)) or self._listed.get((host, None)) or False

    @classmethod
    def of(cls, url: str) -> Hosts:
        """The host of one address that the operator has set, wherever it is. ValueError for what is no address."""
        try:
            where = httpx.URL(url)
        except httpx.InvalidURL as error:
            raise ValueError(_NO_ADDRESS) from error
        if where.scheme not in _PORTS or not where.host or where.userinfo:
            raise ValueError(_NO_ADDRESS)
        return cls([f"private:{where.netloc.decode('ascii')}"])


class Reach:
    """Asks *hosts*. *resolve* gives the addresses of a name as texts; they are kept for half a minute, while they answer."""

    def __init__(self, hosts: Hosts, resolve: Resolve | None = None) -> None:
        self._hosts, self._resolve = hosts, resolve or _resolved
        self._found: dict[tuple[str, int], tuple[float, Sequence[str]]] = {}

    def ask(self, method: str, url: str, *, within: float, headers: Mapping[str, str] | None = None, body: bytes = b"") -> Answer:
        """The answer of *url*, whole within so many seconds; Unreached when there is none."""
        return self._asked(method, url, within, headers or {}, body, _read)

    def tell(self, url: str, *, within: float, headers: Mapping[str, str], body: bytes) -> Answer:
        """What *url* answers to a POST, without what else it says."""
        return self._asked("POST", url, within, headers, body, _head)

    def _asked(
        self, method: str, url: str, within: float, headers: Mapping[str, str], body: bytes, read: Callable[[httpcore.Response], Answer]
    ) -> Answer:
        until = time.monotonic() + within
        try:
            where = httpx.URL(url)
            host, port = where.raw_host.decode("ascii").casefold().rstrip("."), where.port or _PORTS.get(where.scheme, 0)
        except (httpx.InvalidURL, ValueError, TypeError) as error:
            raise Unreached("bad_address") from error
        if not 0 < port < 65536:
            raise Unreached("bad_address")
        if where.scheme not in _PORTS or where.userinfo or not host or not self._hosts.listed(host, port):
            raise Unreached("host_not_allowed")
        addresses = self._checked(host, port, until)
        target = httpcore.URL(scheme=where.scheme, host=where.raw_host, port=port, target=where.raw_path)
        sent = {"Host": where.netloc.decode("ascii"), "Accept-Encoding": "identity", "User-Agent": "steering", **headers}
        if body or method == "POST":
            sent["Content-Length"] = str(len(body))
        line = _Line(addresses, until)
        try:
            with (
                httpcore.ConnectionPool(ssl_context=_tls(), max_connections=1, network_backend=line) as pool,
                pool.stream(method, target, headers=list(sent.items()), content=body) as response,
            ):
                return read(response)
        except httpcore.TimeoutException as error:
            raise Unreached("timeout", sent=line.connected) from error
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol, OSError, ValueError) as error:
            raise Unreached("unreachable", sent=line.connected) from error
        finally:
            if not line.connected:
                self._found.pop((host, port), None)

    def _checked(self, host: str, port: int, until: float) -> Sequence[str]:
        """The addresses of *host*; Unreached when one of them is not to be asked."""
        if literal := _address(host):
            return [str(literal)]
        since, known = self._found.get((host, port), (0.0, ()))
        if known and time.monotonic() - since < KEPT:
            return known
        found = [one for one in map(_address, _in_time(lambda: list(self._resolve(host, port)), until)) if one]
        if not found:
            raise Unreached("unreachable")
        if not self._hosts.may_be_private(host, port) and not all(map(public, found)):
            raise Unreached("private_address")
        addresses = [str(one) for one in found]
        self._found[host, port] = time.monotonic(), addresses
        return addresses


def public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Whether *address* is of the open internet; an IPv6 address that leads to an IPv4 one is as public as that."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if inner is None and any(address in net for net in _IN_IPV6):
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return public(inner)
    return address.is_global and not address.is_multicast


def _named(host: str) -> str:
    """*host* as it goes over the wire; "" when it is none."""
    try:
        return httpx.URL(f"https://{host}").raw_host.decode("ascii").rstrip(".")
    except httpx.InvalidURL:
        return ""


def _address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(text)
    except ValueError:
        return None


def _resolved(host: str, port: int) -> list[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(where[0]) for *_, where in found))


def _in_time(find: Callable[[], list[str]], until: float) -> list[str]:
    """What *find* returns; a resolver cannot be told to hurry, so it is left behind when time is up."""
    found: list[str] = []
    done = threading.Event()

    def work() -> None:
        try:
            found.extend(find())
        except (OSError, UnicodeError):
            found.clear()
        done.set()

    threading.Thread(target=work, daemon=True).start()
    if not done.wait(max(0.0, until - time.monotonic())):
        raise Unreached("timeout")
    return found


def _head(response: httpcore.Response) -> Answer:
    headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
    return Answer(status=response.status, headers=headers)


def _read(response: httpcore.Response) -> Answer:
    answer = _head(response)
    if answer.headers.get("content-encoding", "identity").strip().casefold() not in ("", "identity"):
        raise Unreached("encoded", sent=True)
    body = bytearray()
    for part in response.iter_stream():
        body += part
        if len(body) > MOST_BYTES:
            raise Unreached("too_large", sent=True)
    return replace(answer, body=bytes(body))


@cache
def _tls() -> ssl.SSLContext:
    return httpx.create_ssl_context(trust_env=False)


class _Line(httpcore.NetworkBackend):
    """Connects to the checked addresses and to nothing else, until the time is up."""

    def __init__(self, addresses: Sequence[str], until: float) -> None:
        self._addresses, self._until = addresses, until
        self.connected = False

    def connect_tcp(self, host: str, port: int, *args: Any, **named: Any) -> httpcore.NetworkStream:
        error: Exception = httpcore.ConnectError("no address")
        for left, address in zip(range(len(self._addresses), 0, -1), self._addresses, strict=True):
            try:
                opened = connect(address, port, _left(self._until) / left)
            except OSError as failed:
                error = httpcore.ConnectTimeout() if isinstance(failed, TimeoutError) else httpcore.ConnectError(str(failed))
            else:
                self.connected = True
                return _Stream(opened, self._until)
        raise error


def connect(address: str, port: int, seconds: float) -> socket.socket:
    """A connection to *address*; nothing is looked up on the way, as `socket.create_connection` would."""
    opened = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
    try:
        opened.settimeout(seconds)
        opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        opened.connect((address, port))
    except BaseException:
        opened.close()
        raise
    return opened


class _Stream(httpcore.NetworkStream):
    """A connection on which everything together takes no longer than until then, however slowly it drips."""

    def __init__(self, opened: socket.socket, until: float) -> None:
        self._socket, self._until = opened, until

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        with _mapped(httpcore.ReadTimeout, httpcore.ReadError):
            self._socket.settimeout(_left(self._until))
            return self._socket.recv(max_bytes)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        with _mapped(httpcore.WriteTimeout, httpcore.WriteError):
            self._socket.settimeout(_left(self._until))
            self._socket.sendall(buffer)

    def close(self) -> None:
        self._socket.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        try:
            with _mapped(httpcore.ConnectTimeout, httpcore.ConnectError):
                self._socket.settimeout(_left(self._until))
                return _Stream(ssl_context.wrap_socket(self._socket, server_hostname=server_hostname), self._until)
        except BaseException:
            self.close()
            raise


@contextlib.contextmanager
def _mapped(late: type[Exception], failed: type[Exception]) -> Iterator[None]:
    try:
        yield
    except TimeoutError as error:
        raise late from error
    except OSError as error:
        raise failed(str(error)) from error


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("time is up")
    return left
