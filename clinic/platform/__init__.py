"""What every capability stands on: settings, database, tokens, errors, outbox, logs, metrics."""
