"""The `frontdesk` command: starts processes, nothing else. Importing it imports no framework but typer."""
