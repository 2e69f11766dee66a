"""The agent's tools: reads of the clinic, and `propose`, which takes only slots that the reads returned in this run.

They take and return compact JSON. Nothing here can book, cancel or change anything. A ToolException is answered to
the model as an error; ClinicUnavailable is not caught, it ends the turn.
"""

from langchain_core.tools import BaseTool

from agent.tools.as_tool import as_tool
from agent.tools.directory import branches, doctors, specialties, visit_types
from agent.tools.own import my_appointments
from agent.tools.people import hand_over
from agent.tools.proposal import propose
from agent.tools.times import free_slots, nearest_slot

__all__ = ["all_tools"]


def all_tools() -> list[BaseTool]:
    """In the order in which a conversation needs them."""
    functions = (
        branches,
        specialties,
        doctors,
        visit_types,
        free_slots,
        nearest_slot,
        my_appointments,
        propose,
        hand_over,
    )
    return [as_tool(function) for function in functions]
