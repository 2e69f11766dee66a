"""How a model can fail besides not answering at all. Every one of these ends in the offline model's answer.

Misbehaved
├── BadOutput        empty content or one cut short, broken tool arguments, an unknown tool, an unknown placeholder
├── LimitReached     too many model calls, tool calls or tool errors in a turn
└── RefusedText      a final text that must not reach a patient
"""


class Misbehaved(Exception):
    """A model did what it may not. The message is for developers and holds nothing that a patient wrote."""


class BadOutput(Misbehaved):
    pass


class LimitReached(Misbehaved):
    pass


class RefusedText(Misbehaved):
    pass
