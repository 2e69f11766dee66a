"""Personal data on its way to a model: found, replaced by placeholders of the turn, put back in what the model says.

`veil_for` makes the `Veil` of a run; `outgoing` and `incoming` pass messages through it;
`facts_only` leaves no words at all. What is looked for is in
`find` and the recognisers beside it. Nothing here opens a connection of its own, and nothing here is logged.
"""

from agent.privacy.facts_only import facts_only
from agent.privacy.messages import incoming, outgoing, outgoing_facts
from agent.privacy.veil import Veil
from agent.privacy.whose import veil_for

__all__ = ["Veil", "facts_only", "incoming", "outgoing", "outgoing_facts", "veil_for"]
