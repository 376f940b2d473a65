"""Settings of the user's own."""

from msgspec import Struct


class Settings(Struct, frozen=True):
    """What the settings file says."""

    color: str = "auto"
    pager: str | None = None


def settings() -> Settings:
    """The settings."""
    return Settings()
