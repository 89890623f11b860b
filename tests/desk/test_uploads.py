"""Nobody fills the disk with files."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.test import Client

from tests.newsroom import make_person

pytestmark = pytest.mark.django_db

PLACES = {"anybody": "/check/", "editor": "/admin/claims/article/add/"}


@pytest.fixture(autouse=True)
def largest(settings):
    settings.LARGEST_UPLOAD = 2_000
    # Every file would go to the disk.
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 0


@pytest.fixture
def kept(monkeypatch):
    """The names of the files that were kept on the disk."""
    names = []
    begin = TemporaryFileUploadHandler.new_file

    def note(handler, field, name, *args, **kwargs):
        names.append(name)
        begin(handler, field, name, *args, **kwargs)

    monkeypatch.setattr(TemporaryFileUploadHandler, "new_file", note)
    return names


def send(who, size):
    client = Client()
    if who == "editor":
        client.force_login(make_person("annotator"))
    file = SimpleUploadedFile("bridge.txt", b"Bridge\n".ljust(size, b"x"))
    return client.post(PLACES[who], {"text": "", "language": "en", "file": file})


@pytest.mark.parametrize("who", PLACES)
def test_files_that_are_too_large_are_refused_before_they_are_kept(who, kept):
    assert send(who, 2_000).status_code == 413
    assert kept == []


def test_a_file_that_is_not_is_read(kept):
    assert send("editor", 1_000).status_code == 302
    assert kept == ["bridge.txt"]
