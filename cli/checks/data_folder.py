"""The data folder."""

import os

from cli.environment import Environment
from cli.running import Failed


def check_data_folder(environment: Environment) -> str:
    folder = environment.folder
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        raise Failed(f"{folder} cannot be written: change its owner, or set FRONTDESK_DATA.")
    return str(folder)
