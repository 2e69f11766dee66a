# The habits of this project. `make check` is what must hold before a change lands.
RUN := .venv/bin/uv run

.PHONY: check lint types imports test bench
check: ; .ci/run
lint: ; $(RUN) ruff check . && $(RUN) ruff format --check .
types: ; $(RUN) mypy
imports: ; $(RUN) lint-imports
test: ; $(RUN) pytest -q -n logical
bench: ; $(RUN) python -m bench.booking && $(RUN) python -m bench.slots && $(RUN) python -m bench.offline_turn && $(RUN) python -m bench.button_turns && $(RUN) python -m bench.chatting && $(RUN) python -m bench.reminders
