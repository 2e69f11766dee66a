"""POST and GET of appointments against the bare yardstick, 200 clients on one slot, and memory.

Rounds of both services alternate in one run, so that a change of the machine's mood hits both; the figures are medians
of the pairs' ratios. `uv run python -m bench.booking [ROUNDS]`.

What profiling found: the insert was compiled anew at each booking (1.2 of 2.2 ms of CPU), because SQLAlchemy keeps no
compiled form of ON CONFLICT; written as INSERT ... SELECT ... WHERE NOT EXISTS it is compiled once. Nested routers
match each request once a level, so routes are registered flat. What is left is BEGIN, one locking statement that also
looks for what stands in the way, one statement that writes appointment, event, kept answer and person, and COMMIT.
"""

import asyncio
import json
import statistics
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count, cycle, islice

from bench import load
from bench.setting import TOKEN, Server, Setting, setting

DOCTORS = 400
PER_ROUND = 400


def visits() -> Iterator[dict[str, object]]:
    """Valid times that nobody has: each doctor's next half hour in turn."""
    day = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    for ahead in count():
        date = day + timedelta(days=ahead)
        if date.weekday() < 5:
            for half_hour in range(18, 34):
                start = date + timedelta(minutes=30 * half_hour)
                for doctor in range(1, DOCTORS + 1):
                    yield {
                        "doctor_id": doctor,
                        "start_time": start.isoformat(),
                        "end_time": (start + timedelta(minutes=30)).isoformat(),
                        "patient_name": "A. Patient",
                        "client_id": doctor * 1000 + half_hour,
                        "note": "bench",
                    }


def posts(path: str, token: str, *, keys: bool) -> Iterator[bytes]:
    for number, visit in enumerate(visits()):
        header = f"Idempotency-Key: bench-{number}\r\n" if keys else ""
        yield load.request("POST", path, token, json.dumps(visit).encode(), header)


def gets(path: str, token: str) -> Iterator[bytes]:
    return (load.request("GET", f"{path}/{number}", token) for number in cycle(range(1, PER_ROUND)))


async def measure(server: Server, requests: Iterator[bytes], connections: int) -> tuple[float, float]:
    """Requests a second, and milliseconds of the server's CPU a request."""
    before = server.cpu_seconds()
    done = await load.run(server.port, requests, PER_ROUND, connections)
    cpu = (server.cpu_seconds() - before) * 1000 / PER_ROUND
    assert set(done.statuses) <= {200, 201}, done.statuses
    return done.rate, cpu


async def compare(name: str, on: Setting, ours: Iterator[bytes], bare: Iterator[bytes], rounds: int) -> None:
    for connections in (1, 16, 64):
        pairs = []
        for number in range(rounds + 1):
            pair = await measure(on.ours, ours, connections), await measure(on.bare, bare, connections)
            if number:  # the first pair warms up
                pairs.append(pair)
        ratio = statistics.median(mine[0] / yardstick[0] for mine, yardstick in pairs)
        rate = statistics.median(mine[0] for mine, _ in pairs)
        cpu, bare_cpu = (statistics.median(pair[side][1] for pair in pairs) for side in (0, 1))
        print(
            f"{name:28} {connections:3} connections: ratio {ratio:.2f}   {rate:6.0f}/s   "
            f"CPU {cpu:.2f} ms (bare {bare_cpu:.2f})"
        )


async def one_slot(on: Setting, clients: int = 200) -> None:
    """Everybody wants the same time: one gets it."""
    taken = next(islice(visits(), 300_000, None))
    await load.run(on.ours.port, gets("/api/v1/appointments", TOKEN), 200, 200)  # warm the connections' path
    for _ in range(3):
        taken["doctor_id"] = int(str(taken["doctor_id"])) % DOCTORS + 1
        body = load.request("POST", "/api/v1/appointments", TOKEN, json.dumps(taken).encode())
        done = await load.run(on.ours.port, cycle([body]), clients, clients)
        print(f"{clients} clients on one slot: {dict(done.statuses)} in {done.seconds:.3f} s")


async def everything(on: Setting, rounds: int) -> None:
    bare = posts("/appointments", "", keys=False)
    await compare("POST with Idempotency-Key", on, posts("/api/v1/appointments", TOKEN, keys=True), bare, rounds)
    await compare("GET by id", on, gets("/api/v1/appointments", TOKEN), gets("/appointments", ""), rounds)
    await one_slot(on)


def main(rounds: int) -> None:
    with setting(DOCTORS) as on:
        print(f"memory of the API process, started: {on.ours.memory_mb():.0f} MB")
        asyncio.run(everything(on, rounds))
        print(f"memory of the API process, warm: {on.ours.memory_mb():.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
