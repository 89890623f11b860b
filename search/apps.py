"""The search room: finding across rooms. It stands above the public record and only reads it."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "search"
    default_auto_field = "django.db.models.BigAutoField"
