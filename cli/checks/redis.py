"""Redis: AUTH if there is a password, then PING, in its own protocol. https://redis.io/docs/latest/develop/reference/protocol-spec/"""

import socket
import ssl

from cli.checks.places import NOT_YET, Place, place, places
from cli.environment import Environment
from cli.running import Failed

PORT = 6379


def check_redis(environment: Environment) -> str:
    found = [place(environment.redis_url, "REDIS_URL", PORT)] if environment.redis_url else []
    found += places(environment.redis_cluster_nodes, "REDIS_CLUSTER_NODES", PORT)
    for server in found:
        _ping(server)
    return f"{', '.join(map(str, found))} answers; {NOT_YET}"


def _ping(server: Place) -> None:
    try:
        with server.connect() as plain, _secured(plain, server) as connection:
            if server.password:
                words = [server.user, server.password] if server.user else [server.password]
                if _answer(connection, "AUTH", *words) != b"+OK":
                    raise Failed(f"{server} refuses user or password: see {server.variable}.")
            answer = _answer(connection, "PING")
    except OSError as error:
        raise Failed(f"{server} does not talk as Redis ({type(error).__name__}): see {server.variable}.") from None
    if answer.startswith(b"-NOAUTH"):
        raise Failed(f"{server} wants a password: see {server.variable}.")
    if answer != b"+PONG":
        raise Failed(f"{server} does not talk as Redis: is {server.variable} right?")


def _secured(plain: socket.socket, server: Place) -> socket.socket:
    if server.scheme != "rediss":
        return plain
    return ssl.create_default_context().wrap_socket(plain, server_hostname=server.host)


def _answer(connection: socket.socket, *words: str) -> bytes:
    """The first line that comes back, without its end; what a server of another kind sends is as good as nothing."""
    encoded = [word.encode() for word in words]
    connection.sendall(b"*%d\r\n" % len(encoded) + b"".join(b"$%d\r\n%s\r\n" % (len(w), w) for w in encoded))
    with connection.makefile("rb", buffering=0) as answers:
        return answers.readline(512).rstrip(b"\r\n")
