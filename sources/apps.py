"""The sources room: who says things."""

from django.apps import AppConfig


class SourcesConfig(AppConfig):
    name = "sources"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from factcheck.index.kinds import register
        from sources.indexed import SOURCES

        register(SOURCES)
