"""RabbitMQ and Kafka: whether something listens there."""

from cli.checks.places import NOT_YET, place, places
from cli.environment import Environment


def check_rabbitmq(environment: Environment) -> str:
    url = environment.rabbitmq_url or ""
    found = place(url, "RABBITMQ_URL", 5671 if url.startswith("amqps:") else 5672)
    found.connect().close()
    return f"{found} can be reached; {NOT_YET}"


def check_kafka(environment: Environment) -> str:
    found = places(environment.kafka_bootstrap_servers, "KAFKA_BOOTSTRAP_SERVERS", 9092)
    for server in found:
        server.connect().close()
    return f"{', '.join(map(str, found))} can be reached; {NOT_YET}"
