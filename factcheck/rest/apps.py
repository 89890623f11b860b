"""The rest room: the API's manners. It knows no model of other rooms."""

from django.apps import AppConfig


class RestConfig(AppConfig):
    name = "factcheck.rest"
    label = "rest"
    default_auto_field = "django.db.models.BigAutoField"
