"""Serve the appointments API in this process."""

from cli import event_loop
from cli.demo_clinic import make_demo_clinic
from cli.loopback import listen
from cli.on_database import failures_in_words, reachable
from cli.running import database, read_environment
from cli.serving import serve_app
from cli.settings import clinic_settings
from clinic.main.app import create_app
from clinic.migrations import runner
from clinic.platform import logs


def serve(host: str, port: int, *, demo_clinic: bool) -> None:
    """`demo_clinic`: make it before serving, where there are no doctors."""
    environment = read_environment()
    logs.configure(environment.log_level, environment.log_format)
    with listen(host, port) as listening, database(environment) as url, failures_in_words(url):
        if demo_clinic:
            event_loop.run(make_demo_clinic(url))
        elif environment.database_url:
            event_loop.run(reachable(url))  # said in one line here, in a long traceback by the server
        else:
            event_loop.run(runner.upgrade(url))  # nobody else looks after the embedded one
        serve_app(create_app(clinic_settings(environment, url)), listening, "The API")
