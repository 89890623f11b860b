"""The records room: what every stored row has in common."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "factcheck.records"
    label = "records"
    default_auto_field = "django.db.models.BigAutoField"
