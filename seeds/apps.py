"""The seeds room: the demo newsroom, told with the verbs that editors use."""

from django.apps import AppConfig


class SeedsConfig(AppConfig):
    name = "seeds"
