"""From the environment to the settings of the receptionist's mind."""

from agent.settings import AgentSettings
from cli.environment import Environment


def agent_settings(environment: Environment) -> AgentSettings:
    return AgentSettings(
        openai_api_key=environment.openai_api_key,
        openai_base_url=environment.openai_base_url,
        openai_model=environment.openai_model,
        minimal_data=environment.minimal_data,
        model_calls_a_day=environment.model_calls_a_day,
    )
