# Frontdesk: by default the appointments API, and the bot with another command.
# Built in two stages: what builds it does not travel with it.
FROM python:3.11-slim-bookworm AS build
RUN pip install --no-cache-dir "uv>=0.9"
ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy UV_PYTHON_DOWNLOADS=never
WORKDIR /app
# The libraries first: they change seldom, so this layer is kept.
COPY pyproject.toml uv.lock ./
RUN uv sync --locked --no-dev --no-install-project
COPY README.md LICENSE ./
COPY agent agent
COPY api_client api_client
COPY bot bot
COPY clinic clinic
COPY cli cli
COPY contracts contracts
COPY evaluation evaluation
COPY sandbox sandbox
COPY understanding understanding
RUN uv sync --locked --no-dev --no-editable

FROM python:3.11-slim-bookworm
RUN useradd --system --uid 10001 --create-home --home-dir /home/frontdesk frontdesk \
    && install --directory --owner frontdesk --mode 0700 /data
COPY --from=build /app/.venv /app/.venv
ENV PATH=/app/.venv/bin:$PATH PYTHONUNBUFFERED=1 FRONTDESK_DATA=/data
WORKDIR /home/frontdesk
USER frontdesk
EXPOSE 8000 8081
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/healthz', timeout=2)"]
# exec: the API itself is process 1 and hears SIGTERM.
CMD ["/bin/sh", "-c", "frontdesk migrate && exec frontdesk api --host 0.0.0.0 --port 8000"]
