"""Benchmarks for anyone to run: `uv run python -m bench.NAME`. Ratios from one interleaved run, never timed tests."""
