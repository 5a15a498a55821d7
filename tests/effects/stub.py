"""A host in the world, as it really is at times: slow, down, lying, or far too talkative."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

Send = Callable[[bytes], None]


class Stub:
    """Answers each connection by *play*, which gets the request and sends what it likes. *requests* are what came in."""

    def __init__(self, play: Callable[[bytes, Send], None]) -> None:
        self.requests: list[bytes] = []
        self._play = play
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self._open: list[socket.socket] = []
        threading.Thread(target=self._serve, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def close(self) -> None:
        with suppress(OSError):
            # Closing alone would leave it open as long as somebody waits in accept.
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        for one in self._open:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            self._open.append(connection)
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        with suppress(OSError), connection:
            request = b""
            while b"\r\n\r\n" not in request:
                if not (more := connection.recv(65536)):
                    return
                request += more
            head, _, body = request.partition(b"\r\n\r\n")
            size = next((int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0)
            while len(body) < size:
                body += connection.recv(65536)
            self.requests.append(head + b"\r\n\r\n" + body)
            self._play(self.requests[-1], connection.sendall)


@contextmanager
def stub(*plays: Callable[[bytes, Send], None]) -> Iterator[Stub]:
    """A Stub that answers the first request by the first of *plays*, and so on; the last one goes on."""
    waiting = list(plays)

    def play(request: bytes, send: Send) -> None:
        now = waiting.pop(0) if len(waiting) > 1 else waiting[0]
        now(request, send)

    host = Stub(play)
    try:
        yield host
    finally:
        host.close()


def says(body: str | bytes, status: str = "200 OK", **headers: str) -> Callable[[bytes, Send], None]:
    """An answer, whole and at once."""
    content = body.encode() if isinstance(body, str) else body
    named = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())

    def play(request: bytes, send: Send) -> None:
        send(f"HTTP/1.1 {status}\r\n{named}Content-Length: {len(content)}\r\n\r\n".encode() + content)

    return play


def hangs_up(request: bytes, send: Send) -> None:
    """No answer at all."""
