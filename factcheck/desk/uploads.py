"""How much may be uploaded: refused before any of it is kept."""

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler


class NothingTooLarge(FileUploadHandler):
    """
    Refuses a body with files in it that is larger than settings.LARGEST_UPLOAD.

    Django limits every other body, but files it keeps on the disk, of any size and from anybody,
    before a view is asked.
    """

    def handle_raw_input(
        self, input_data: Any, META: Any, content_length: int, *args: Any, **kwargs: Any
    ) -> None:
        if content_length > settings.LARGEST_UPLOAD:
            raise RequestDataTooBig("The files are too large.")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """The handlers behind this one keep it."""
