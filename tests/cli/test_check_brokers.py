"""What `frontdesk check` says about Redis, RabbitMQ and Kafka."""

from typing import Any

import pytest

from cli.checks.brokers import check_kafka, check_rabbitmq
from cli.checks.redis import check_redis
from cli.environment import Environment
from cli.running import Failed
from tests.cli.answering import http_server, line_server

PING = b"*1\r\n$4\r\nPING\r\n"
AUTH = b"*3\r\n$4\r\nAUTH\r\n$4\r\ndesk\r\n$7\r\nhunter2\r\n"
NOWHERE = "127.0.0.1:9"


def of(**settings: Any) -> Environment:
    return Environment(_env_file=None, **settings)


def test_redis_answers() -> None:
    with line_server({PING: b"+PONG\r\n"}) as one, line_server({PING: b"+PONG\r\n", AUTH: b"+OK\r\n"}) as two:
        words = check_redis(of(redis_url=f"redis://desk:hunter2@{two}/0", redis_cluster_nodes=f"{one}, {two}"))
    assert words == f"{two}, {one}, {two} answers; not used by this version yet"


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({AUTH: b"-WRONGPASS\r\n"}, "refuses user or password: see REDIS_URL."),
        ({AUTH: b"+OK\r\n", PING: b"-NOAUTH Authentication required.\r\n"}, "wants a password: see REDIS_URL."),
        ({AUTH: b"+OK\r\n", PING: b"HTTP/1.1 400\r\n"}, "does not talk as Redis: is REDIS_URL right?"),
    ],
)
def test_redis_that_is_not_right(answers: dict[bytes, bytes], words: str) -> None:
    with line_server(answers) as place, pytest.raises(Failed, match=f"^{place} ") as failed:
        check_redis(of(redis_url=f"redis://desk:hunter2@{place}"))
    assert words in str(failed.value)
    assert "hunter2" not in str(failed.value)


def test_redis_with_tls_that_the_server_does_not_speak() -> None:
    with line_server({}) as place, pytest.raises(Failed, match=r"does not talk as Redis \(SSLError\): see REDIS_URL"):
        check_redis(of(redis_url=f"rediss://{place}"))


def test_brokers_listen() -> None:
    with http_server({}) as url:
        place = url.removeprefix("http://")
        rabbit = check_rabbitmq(of(rabbitmq_url=f"amqp://guest:hunter2@{place}/"))
        assert rabbit == f"{place} can be reached; not used by this version yet"
        assert check_kafka(of(kafka_bootstrap_servers=f"{place},{place}")).startswith(f"{place}, {place} can be")


def test_nobody_there_is_named_with_its_setting() -> None:
    with pytest.raises(Failed, match=f"^{NOWHERE} cannot be reached .*: is it up, is REDIS_CLUSTER_NODES right"):
        check_redis(of(redis_cluster_nodes=NOWHERE))
    with pytest.raises(Failed, match=f"^{NOWHERE} cannot be reached .* is RABBITMQ_URL right"):
        check_rabbitmq(of(rabbitmq_url=f"amqp://a:hunter2@{NOWHERE}"))
    with pytest.raises(Failed, match=f"^{NOWHERE} cannot be reached .* is KAFKA_BOOTSTRAP_SERVERS right"):
        check_kafka(of(kafka_bootstrap_servers=NOWHERE))


@pytest.mark.parametrize("written", ["redis://", "hunter2", "redis://[hunter2", "redis://host:hunter2"])
def test_what_is_no_address_is_said_so(written: str) -> None:
    with pytest.raises(Failed, match="REDIS_URL is no address, such as host:6379") as failed:
        check_redis(of(redis_url=written))
    assert "hunter2" not in str(failed.value)
