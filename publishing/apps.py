"""The publishing room: the public's door. It reads documents and never builds them."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    name = "publishing"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from factcheck.index.kinds import register
        from publishing.indexed import INDEXED

        register(*INDEXED)
