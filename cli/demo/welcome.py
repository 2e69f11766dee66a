"""What the person who started the demo reads once all of it can serve."""

from cli.demo.parts import DemoPlaces
from cli.environment import Environment


def welcome(environment: Environment, places: DemoPlaces, seconds: float) -> str:
    lines = [
        f"Ready after {seconds:.1f} s.",
        "",
        f"  Write to the clinic as a patient:  {places.telegram_url}/",
        f"  The appointments API:              {places.api_url}/docs   (token: {places.folder / 'api_token'})",
        f"  Logs:                              {places.folder / 'logs'}",
        "",
        _who_answers(environment),
    ]
    if environment.telegram_bot_token:
        lines.append("TELEGRAM_BOT_TOKEN is set, but the demo leaves your bot alone: frontdesk bot runs it.")
    lines.append("Ctrl-C stops everything.")
    return "\n".join(lines)


def _who_answers(environment: Environment) -> str:
    if environment.openai_api_key and environment.openai_base_url and environment.openai_model:
        return f"The model {environment.openai_model} answers; what it cannot, the offline model."
    return "The offline model answers: OPENAI_API_KEY, OPENAI_BASE_URL and OPENAI_MODEL choose another."
