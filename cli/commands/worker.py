"""Do the service's duties in this process: deadlines, reminders, the wait-list."""

from cli import event_loop
from cli.loopback import listen
from cli.on_database import failures_in_words, reachable
from cli.running import database, read_environment
from cli.serving import serve_app
from cli.settings import clinic_settings
from clinic.main.worker import create_worker
from clinic.migrations import runner
from clinic.platform import logs


def serve(host: str, port: int) -> None:
    """Until a signal comes. The port is for health and metrics."""
    environment = read_environment()
    logs.configure(environment.log_level, environment.log_format)
    with listen(host, port) as listening, database(environment) as url, failures_in_words(url):
        if environment.database_url:
            event_loop.run(reachable(url))
        else:
            event_loop.run(runner.upgrade(url))  # nobody else looks after the embedded one
        serve_app(create_worker(clinic_settings(environment, url)), listening, "The worker")
