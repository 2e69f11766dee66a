"""The routes below `/sandbox`."""

from starlette.routing import Route

from sandbox.bot_api.server import BotApi
from sandbox.people_api.guard import guarded
from sandbox.people_api.levers import Levers
from sandbox.people_api.people import People
from sandbox.people_api.revisions import Revisions


def people_routes(api: BotApi) -> list[Route]:
    people, levers = People(api.world, Revisions(api.world)), Levers(api)
    return [
        Route("/sandbox/users", guarded(people.users), methods=["GET"]),
        Route("/sandbox/users", guarded(people.add_user), methods=["POST"]),
        Route("/sandbox/groups", guarded(people.add_group), methods=["POST"]),
        Route("/sandbox/bots", guarded(levers.bots), methods=["GET"]),
        Route("/sandbox/acts/{act}", guarded(people.act), methods=["POST"]),
        Route("/sandbox/chats", guarded(people.chats), methods=["GET"]),
        Route("/sandbox/view", guarded(people.view), methods=["GET"]),
        Route("/sandbox/files/{file_id}", guarded(people.file), methods=["GET"]),
        Route("/sandbox/calls", guarded(levers.calls), methods=["GET"]),
        Route("/sandbox/faults", guarded(levers.add_fault), methods=["POST"]),
        Route("/sandbox/faults", guarded(levers.clear_faults), methods=["DELETE"]),
        Route("/sandbox/flood", guarded(levers.set_flood), methods=["PUT"]),
        Route("/sandbox/updates", guarded(levers.updates), methods=["GET"]),
        Route("/sandbox/updates", guarded(levers.add_update), methods=["POST"]),
    ]
