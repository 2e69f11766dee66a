"""The chat page: people of the local Telegram sit down at it in a browser. `mount_page` puts it into an app."""

from sandbox.page.mount import mount_page
from sandbox.page.settings import PageSettings

__all__ = ["PageSettings", "mount_page"]
