"""Calls about whom the clinic has to telephone. For the clinic's staff."""

from api_client.sender import Sender
from contracts.call_tasks import CallTask, CallTaskDone, CallTaskPage, CallTaskStatus


class CallTaskCalls:
    """Part of the client; see `api_client.client`."""

    def __init__(self, sender: Sender) -> None:
        self._send = sender

    async def call_tasks(
        self,
        *,
        status: CallTaskStatus | None = None,
        branch_id: int | None = None,
        page: int | None = None,
        size: int | None = None,
    ) -> CallTaskPage:
        """One page, the most urgent first; `page` counts from 1. Raises Forbidden."""
        asked = {"status": status, "branch_id": branch_id, "page": page, "size": size}
        return await self._send.get("call-tasks", CallTaskPage, asked)

    async def finish_call_task(self, task_id: int, *, by: str | None = None) -> CallTask:
        """Somebody has called. Raises NotFound, Forbidden, WrongTransition."""
        return await self._send.post(f"call-tasks/{task_id}/done", CallTask, CallTaskDone(by=by))
