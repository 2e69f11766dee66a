"""Lines of a file descriptor without blocking the event loop, and without holding up the end of the process."""

import asyncio
import codecs
import os
import threading
from collections.abc import AsyncIterator

_CHUNK = 65536


async def lines_of(descriptor: int, encoding: str = "utf-8") -> AsyncIterator[str]:
    """Each line without its end, until the end of input; bytes that are no text become replacement characters.

    A daemon thread reads: `asyncio.to_thread` would make the process wait for one more Enter after Ctrl-C. It reads
    the descriptor itself, because the lock of `sys.stdin` held at exit aborts the interpreter.
    """
    loop = asyncio.get_running_loop()
    chunks: asyncio.Queue[bytes] = asyncio.Queue()

    def hand_over(chunk: bytes) -> bool:
        try:
            loop.call_soon_threadsafe(chunks.put_nowait, chunk)
        except RuntimeError:  # the loop has ended: nobody listens any more
            return False
        return True

    def read() -> None:
        while True:
            try:
                chunk = os.read(descriptor, _CHUNK)
            except OSError:
                chunk = b""
            if not hand_over(chunk) or not chunk:
                return

    threading.Thread(target=read, name="terminal-input", daemon=True).start()
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    rest = ""
    while chunk := await chunks.get():
        *lines, rest = (rest + decoder.decode(chunk)).split("\n")
        for line in lines:
            yield line.removesuffix("\r")
    rest += decoder.decode(b"", final=True)
    if rest:
        yield rest
