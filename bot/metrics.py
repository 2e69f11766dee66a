"""What the bot's process counts, for Prometheus. Nothing here names a person or a chat."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)


class Metrics:
    """One set a process."""

    def __init__(self, registry: CollectorRegistry | None = None) -> None:
        self.registry = registry or CollectorRegistry()
        new = self.registry
        self.updates = Counter("bot_updates_total", "Updates taken, by state", ["state"], registry=new)
        self.turns = Counter("bot_turns_total", "Turns finished", ["outcome"], registry=new)
        self.turn_seconds = Histogram(
            "bot_turn_seconds", "From taking up a turn to its commit", buckets=SECONDS, registry=new
        )
        self.sends = Counter("bot_sends_total", "Sends finished, by outcome", ["outcome"], registry=new)
        self.retries = Counter("bot_send_retries_total", "Sends put off, by reason", ["reason"], registry=new)
        self.too_many = Counter("bot_too_many_requests_total", "Answers 429 of Telegram", registry=new)
        self.model_calls = Counter(
            "bot_model_calls_total",
            "Calls of the model, by what the day's budget said",
            ["outcome"],
            registry=new,
        )
        self.alarms = Counter(
            "bot_alarms_total", "Emergencies answered, and those denied later, by code", ["event", "code"], registry=new
        )
        self.queue_length = Gauge("bot_send_queue_length", "Messages that wait to be sent", registry=new)
        self.oldest_pending = Gauge(
            "bot_oldest_pending_seconds", "How long the oldest update has been waiting", registry=new
        )
        self.active = Gauge("bot_active", "1 if this process works, 0 if it stands by", registry=new)
