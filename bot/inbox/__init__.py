"""From Telegram to the table of updates: by polling or by webhook, kept before it is acknowledged."""
