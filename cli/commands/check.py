"""Ask each configured part whether it can do its work. What is printed holds no secret."""

import sys
from collections.abc import Callable
from dataclasses import dataclass

from cli.checks.api import check_api
from cli.checks.brokers import check_kafka, check_rabbitmq
from cli.checks.data_folder import check_data_folder
from cli.checks.database import check_database
from cli.checks.model import check_model, check_transcription
from cli.checks.redis import check_redis
from cli.checks.telegram import check_telegram
from cli.environment import Environment
from cli.running import Failed, read_environment


@dataclass(frozen=True, slots=True)
class Finding:
    part: str
    wrong: bool
    words: str


Look = Callable[[Environment], str]


def check() -> int:
    """Print a line for each part; the exit code: 1 if any fails."""
    environment = read_environment()
    findings = [_finding(part, look, environment) for part, look in parts_of(environment)]
    for finding in findings:
        sys.stdout.write(f"{finding.part:12} {'FAIL' if finding.wrong else 'ok':4}  {finding.words}\n")
    return int(any(finding.wrong for finding in findings))


def parts_of(given: Environment) -> list[tuple[str, Look]]:
    parts: list[tuple[str, Look, bool]] = [
        ("data folder", check_data_folder, True),
        ("database", check_database, True),
        ("API", check_api, bool(given.appointments_api_url)),
        ("Telegram", check_telegram, bool(given.telegram_bot_token)),
        ("model", check_model, bool(given.openai_api_key or given.openai_base_url or given.openai_model)),
        ("voices", check_transcription, bool(given.transcription_base_url or given.transcription_model)),
        ("Redis", check_redis, bool(given.redis_url or given.redis_cluster_nodes)),
        ("RabbitMQ", check_rabbitmq, bool(given.rabbitmq_url)),
        ("Kafka", check_kafka, bool(given.kafka_bootstrap_servers)),
    ]
    return [(name, look) for name, look, configured in parts if configured]


def _finding(part: str, look: Look, environment: Environment) -> Finding:
    try:
        return Finding(part, wrong=False, words=look(environment))
    except Failed as failure:
        return Finding(part, wrong=True, words=str(failure))
