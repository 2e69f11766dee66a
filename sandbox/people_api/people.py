"""Acts and reads of people."""

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sandbox.people_api.acts import ACTS
from sandbox.people_api.revisions import Revisions
from sandbox.people_api.shapes import chat_json, user_json, view_json
from sandbox.world.world import World

LONGEST_WAIT = 60.0
"""Seconds that a read may wait for a change."""


class NewUser(BaseModel):
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    phone: str | None = None
    user_id: int | None = None


class NewGroup(BaseModel):
    title: str
    creator_id: int
    members: list[int] = []
    """Persons and bots."""
    administrators: list[int] = []
    """Of `members`."""
    forum: bool = False
    supergroup: bool = False


class People:
    def __init__(self, world: World, revisions: Revisions) -> None:
        self.world = world
        self.revisions = revisions

    async def users(self, _: Request) -> Response:
        return JSONResponse([user_json(user) for user in self.world.people()])

    async def add_user(self, request: Request) -> Response:
        new = NewUser.model_validate_json(await request.body())
        return JSONResponse(user_json(self.world.add_user(**new.model_dump())), status_code=201)

    async def add_group(self, request: Request) -> Response:
        new = NewGroup.model_validate_json(await request.body())
        chat = self.world.add_group(new.title, new.creator_id, forum=new.forum, supergroup=new.supergroup)
        for member in new.members:
            self.world.add_member(new.creator_id, chat.id, member)
        for member in new.administrators:
            self.world.promote(new.creator_id, chat.id, member)
        return JSONResponse(chat_json(chat), status_code=201)

    async def act(self, request: Request) -> Response:
        act = ACTS.get(request.path_params["act"])
        if act is None:
            return JSONResponse({"detail": "no such act"}, status_code=404)
        return JSONResponse(act.model_validate_json(await request.body()).perform(self.world))

    async def chats(self, request: Request) -> Response:
        user_id = int(request.query_params["user_id"])
        return JSONResponse([chat_json(chat) for chat in self.world.chats_of(user_id)])

    async def view(self, request: Request) -> Response:
        """`after`: wait until the chat's revision is above it, for at most `timeout` seconds."""
        query = request.query_params
        user_id = int(query["user_id"])
        chat = self.world.chat_for(user_id, int(query["chat_id"]))
        wait = min(float(query.get("timeout", 0)), LONGEST_WAIT)
        await self.revisions.wait(chat, int(query.get("after", -1)), wait)
        view = view_json(self.world, user_id, chat, int(query.get("limit", 50)))
        return JSONResponse({"revision": self.revisions.now(chat), **view})

    async def file(self, request: Request) -> Response:
        file = self.world.files.get(request.path_params["file_id"])
        if file is None:
            return JSONResponse({"detail": "no such file"}, status_code=404)
        return Response(file.content, media_type="application/octet-stream")
