"""What is set from outside, read so that a slip of the pen is refused and never guessed at."""

from ipaddress import IPv4Network, IPv6Network, ip_network
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

ON = ("on", "true", "yes", "1")
OFF = ("off", "false", "no", "0")
DATABASES = ("django.db.backends.sqlite3", "django.db.backends.postgresql")


class Environment(environ.Env):
    """Reads settings by name. One that is set but empty counts as not set."""

    def bool(self, var: str, default: Any = environ.Env.NOTSET) -> Any:
        """On or off; other words would be off, and FOUR_EYES with them."""
        words = self.str(var, default="").strip().lower()
        if not words and default is not self.NOTSET:
            return default
        if words not in ON + OFF:
            raise ImproperlyConfigured(f"{var} is on or off, not “{words}”.")
        return words in ON

    def networks(self, var: str) -> list[IPv4Network | IPv6Network]:
        """Addresses and networks (10.0.0.0/8), with commas between."""
        networks = []
        for text in map(str.strip, self.list(var, default=[])):
            try:
                networks.append(ip_network(text))
            except ValueError as error:
                raise ImproperlyConfigured(
                    f"{var} names addresses and networks, as in 127.0.0.1 or 10.0.0.0/8: {error}."
                ) from error
        return networks

    def database(self, var: str, default: str) -> dict[str, Any]:
        """Django's settings for the database at this URL."""
        config = self.db_url_config(self.str(var, default="") or default)
        if config.get("ENGINE") not in DATABASES:
            raise ImproperlyConfigured(
                f"{var} names no database that factcheck runs on. Write it as "
                "postgres://user:password@host:5432/name or sqlite:////folder/file.sqlite3."
            )
        return config
