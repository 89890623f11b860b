"""The shapes of answers, for the OpenAPI document; a test holds every answer to them."""

from typing import Any

from rest_framework import serializers

Shape = serializers.Serializer[Any]
