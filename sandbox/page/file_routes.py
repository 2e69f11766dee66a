"""Files of messages, for the page's pictures and downloads."""

from urllib.parse import quote

from fastapi import APIRouter, HTTPException, Response

from sandbox.world import File, World

PATH = "/page/files"
SHOWN = {"image/jpeg", "image/png", "image/webp", "image/gif", "audio/ogg"}
"""Shown in the page; all else is only for download, so that no sender's document runs as a page of ours."""


def address(file: File) -> str:
    """Ids cannot be guessed."""
    return f"{PATH}/{quote(file.id, safe='')}"


def file_routes(world: World) -> APIRouter:
    router = APIRouter()

    @router.get(PATH + "/{file_id}", include_in_schema=False)
    async def read(file_id: str) -> Response:
        """The bytes; 404 for an unknown id."""
        if (file := world.files.get(file_id)) is None:
            raise HTTPException(404)
        inline = file.mime_type in SHOWN
        kind = file.mime_type if inline else "application/octet-stream"
        name = quote(file.name or file.path.rpartition("/")[2], safe="")
        return Response(
            file.content,
            media_type=kind,
            headers={
                "Content-Disposition": f"{'inline' if inline else 'attachment'}; filename*=UTF-8''{name}",
                "X-Content-Type-Options": "nosniff",
                "Content-Security-Policy": "default-src 'none'; sandbox",
                "Cache-Control": "private, max-age=31536000, immutable",
            },
        )

    return router
