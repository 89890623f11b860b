"""The room of annotations that are not the newsroom's."""

from django.apps import AppConfig


class OpenAnnotationsConfig(AppConfig):
    name = "openannotations"
    default_auto_field = "django.db.models.BigAutoField"
