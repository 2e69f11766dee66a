"""Servers on loopback that answer what a test wants."""

import json
import socketserver
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@contextmanager
def served(server: socketserver.BaseServer) -> Iterator[None]:
    with server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def http_server(answers: Mapping[str, tuple[int, object]], headers: Mapping[str, str] | None = None) -> Iterator[str]:
    """JSON by path, 404 for others; `headers` must come with each call. Its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            for name, value in (headers or {}).items():
                assert self.headers[name] == value
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            status, body = answers.get(self.path, (404, "nothing here"))
            self.send_response(status)
            self.end_headers()
            self.wfile.write(json.dumps(body).encode())

        do_POST = do_GET  # noqa: N815 - named by the library

        def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
            """Tests are quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    with served(server):
        yield f"http://127.0.0.1:{server.server_port}"


@contextmanager
def line_server(answers: Mapping[bytes, bytes]) -> Iterator[str]:
    """Answers each request that is exactly one of these; its `host:port`."""

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            while request := self.request.recv(4096):
                self.request.sendall(answers.get(request, b"-ERR unknown\r\n"))

    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
    with served(server):
        yield f"127.0.0.1:{server.server_address[1]}"
