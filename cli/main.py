"""The command line. Each command imports what it needs when it runs, so that `--help` is quick."""

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from cli.importing import without_collections
from cli.parent import leave_with_parent, parent_is_gone
from cli.running import stop_its_database, stop_like_ctrl_c
from cli.streams import flush_quietly, standard_streams
from cli.usage import complain, is_wrong_usage, without_debug

app = typer.Typer(
    name="frontdesk",
    help="A clinic's front desk: the agent proposes, the patient confirms, the database guarantees.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
seed_app = typer.Typer(help="Fill the schedule to try things with.", no_args_is_help=True)
token_app = typer.Typer(help="API tokens: made once, shown once, stored as hashes.", no_args_is_help=True)
manager_app = typer.Typer(help="Who may act in the managers' groups, beside MANAGER_IDS.", no_args_is_help=True)
app.add_typer(seed_app, name="seed")
app.add_typer(token_app, name="token")
app.add_typer(manager_app, name="manager")

Language = Annotated[Literal["ru", "en"], typer.Option("--lang", help="The patient's language.")]


@app.callback()
def options(
    debug: Annotated[bool, typer.Option("--debug", help="Show tracebacks; may stand after the command too.")] = False,
) -> None:
    """Options of every command."""
    _ = debug  # here for the help only: main() takes it out of the arguments, wherever it stands


@app.command()
def chat(lang: Language = "ru") -> None:
    """Talk to the front desk in this terminal, over the real API and database."""
    from cli.commands.chat import chat as run

    raise typer.Exit(run(lang))


@app.command()
def demo(
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port of the chat page.")] = 8080,
    lang: Language = "ru",
    fresh: Annotated[bool, typer.Option("--fresh", help="Forget what earlier demos have left.")] = False,
) -> None:
    """Everything on this machine, to try: a clinic, its bot, and a local Telegram with a chat page."""
    from cli.commands.demo import demo as run

    run(port, lang, fresh=fresh)


@app.command()
def api(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 takes a free one.")] = 8000,
    demo_clinic: Annotated[bool, typer.Option("--demo-clinic", hidden=True)] = False,
) -> None:
    """Serve the appointments API."""
    with without_collections():
        from cli.commands.api import serve

    serve(host, port, demo_clinic=demo_clinic)


@app.command()
def bot(
    host: Annotated[str, typer.Option(help="Address to listen on, for health and a webhook.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port.")] = 8081,
    lang: Annotated[Literal["ru", "en"], typer.Option("--lang", help="For patients who have chosen none.")] = "ru",
    after: Annotated[list[str] | None, typer.Option("--after", hidden=True)] = None,
) -> None:
    """Run the Telegram bot: it needs TELEGRAM_BOT_TOKEN, and the API."""
    with without_collections():
        from cli.commands.bot import serve

    serve(host, port, lang, after or ())


@app.command()
def worker(
    host: Annotated[str, typer.Option(help="Address to listen on, for health and metrics.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 takes a free one.")] = 8082,
) -> None:
    """Do what falls due: deadlines of reviews and offers, reminders, the wait-list."""
    with without_collections():
        from cli.commands.worker import serve

    serve(host, port)


@app.command(hidden=True)
def sandbox(
    port: Annotated[int, typer.Option(min=1, max=65535)],
    lang: Language = "ru",
    ready_url: Annotated[list[str] | None, typer.Option(help="NAME=URL of a part that must be ready.")] = None,
) -> None:
    """The demo's local Telegram."""
    with without_collections():
        from cli.commands.sandbox import serve

    serve(port, lang, dict(part.split("=", 1) for part in ready_url or ()))


@app.command()
def migrate() -> None:
    """Bring the database to the newest schema."""
    from cli.commands.schedule import migrate as run

    run()


@app.command(name="import")
def import_(
    file: Annotated[Path, typer.Argument(help="YAML, or CSV with one kind of row.", exists=True, dir_okay=False)],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change, change nothing.")] = False,
) -> None:
    """Bring branches, doctors, visit types and hours in from a file, in one transaction."""
    from cli.commands.schedule import import_file

    import_file(file, dry_run=dry_run)


@seed_app.command("demo")
def seed_demo() -> None:
    """A demo clinic: doctors of all specialties in two branches."""
    from cli.commands.schedule import demo

    demo()


@seed_app.command("synthetic")
def seed_synthetic(
    doctors: Annotated[int, typer.Option("--doctors", min=1, max=100_000, help="How many.")] = 100,
) -> None:
    """Doctors 1..N: weekdays 09:00-17:00 UTC, 30-minute slots, bookable 365 days ahead."""
    from cli.commands.schedule import synthetic

    synthetic(doctors)


@token_app.command("create")
def token_create(
    name: Annotated[str, typer.Option(help="What it is for.")],
    role: Annotated[Literal["bot", "console", "read_only"], typer.Option(help="What it may do.")] = "read_only",
) -> None:
    """Make an API token and print it; it cannot be shown again."""
    from cli.commands.tokens import create

    create(name, role)


@token_app.command("list")
def token_list() -> None:
    """All tokens, without their secrets."""
    from cli.commands.tokens import show

    show()


@token_app.command("revoke")
def token_revoke(
    token_id: Annotated[int, typer.Argument(min=1, max=2**31 - 1, help="From `frontdesk token list`.")],
) -> None:
    """Refuse a token from now on."""
    from cli.commands.tokens import revoke

    revoke(token_id)


@manager_app.command("invite")
def manager_invite(
    branch: Annotated[
        int | None, typer.Option("--branch", min=1, max=2_000_000_000, help="Id of the branch; all without it.")
    ] = None,
    role: Annotated[Literal["manager", "read_only"], typer.Option(help="What they may do.")] = "manager",
) -> None:
    """Print a claim code for a new manager, good for half an hour."""
    from cli.commands.managers import invite

    invite(role, branch)


@manager_app.command("list")
def manager_list() -> None:
    """All managers in office."""
    from cli.commands.managers import show

    show()


@manager_app.command("revoke")
def manager_revoke(
    manager_id: Annotated[int, typer.Argument(min=1, max=2**53 - 1, help="From `frontdesk manager list`.")],
) -> None:
    """Put a manager out of office: refused within seconds."""
    from cli.commands.managers import revoke

    revoke(manager_id)


@app.command()
def understand(
    kind: Annotated[Literal["dates", "complaints", "redflags"], typer.Argument(help="What to look for.")],
) -> None:
    """Read JSON lines with patients' words, write JSON lines with what they mean; offline."""
    from cli.streams import reader_may_leave, utf8_lines
    from cli.understand import run

    with reader_may_leave():
        run(kind, *utf8_lines())


@app.command(name="eval")
def evaluate(
    model: Annotated[
        str | None,
        typer.Option(help="A model at OPENAI_BASE_URL, or `offline`; without it the one of OPENAI_MODEL, if any."),
    ] = None,
    repeat: Annotated[int, typer.Option(min=1, max=64, help="Tries of each task; 4 shows pass^1 to pass^4.")] = 1,
    jobs: Annotated[int, typer.Option(min=1, max=64, help="Tries at a time.")] = 4,
    task: Annotated[list[str] | None, typer.Option(help="Only this task; may be given several times.")] = None,
    lang: Annotated[Literal["ru", "en"] | None, typer.Option("--lang", help="Only tasks in this language.")] = None,
    category: Annotated[str | None, typer.Option(help="Only tasks of this kind.")] = None,
    show: Annotated[bool, typer.Option("--show", help="Print the conversations.")] = False,
    json_file: Annotated[Path | None, typer.Option("--json", help="Write all results here.", dir_okay=False)] = None,
    floor: Annotated[float, typer.Option(min=0, max=1, help="Exit 1 if pass^1 is below it.")] = 0.0,
) -> None:
    """Let scripted patients talk to the whole front desk, and grade by the database how it ended."""
    with without_collections():
        from cli.commands.evaluate import evaluate as run

    raise typer.Exit(
        run(
            model=model,
            repeat=repeat,
            jobs=jobs,
            task_ids=task or (),
            lang=lang,
            category=category,
            show=show,
            json_file=json_file,
            floor=floor,
        )
    )


@app.command()
def check() -> None:
    """One line for each configured part: ok, or what is wrong and what to do; exit 1 if any fails."""
    from cli.commands.check import check as run

    raise typer.Exit(run())


def main() -> None:
    """Run the command line: exit 0 fine, 1 a run failed, 2 wrong usage."""
    stop_like_ctrl_c()
    leave_with_parent()
    standard_streams()
    debug, arguments = without_debug(sys.argv[1:])
    try:
        code = app(args=arguments, prog_name="frontdesk", standalone_mode=False)
    except Exception as error:
        if debug and not is_wrong_usage(error):
            raise
        sys.exit(complain(error))
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        if parent_is_gone():
            stop_its_database()
        flush_quietly()
    sys.exit(code if isinstance(code, int) else 0)
