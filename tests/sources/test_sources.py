"""Sources: their names, their aliases, and whom they speak for."""

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError

from accounts.scopes import Role
from factcheck.records.refusals import NotAllowed
from sources.models import Source, SourceAlias
from tests import newsroom
from tests.newsroom import make_person, make_source

pytestmark = pytest.mark.django_db


def names(source):
    return sorted(source.aliases.values_list("name", flat=True))


def test_a_source_keeps_the_names_it_goes_by():
    source = make_source("Main Directorate", aliases=["GUR", " HUR ", "", "GUR"])

    assert names(source) == ["GUR", "HUR"]


def test_editing_the_aliases_replaces_them(annotator):
    source = make_source(aliases=["GUR", "HUR"])
    kept = source.aliases.get(name="HUR")

    source.edit(by=annotator, aliases=["HUR", "Main Directorate"])

    assert names(source) == ["HUR", "Main Directorate"]
    assert SourceAlias.objects.get(name="HUR") == kept


def test_editing_without_aliases_leaves_them(annotator):
    source = make_source(aliases=["GUR"])

    source.edit(by=annotator, country="UA")

    assert names(source) == ["GUR"]


def test_an_alias_can_change_its_capitals(annotator):
    source = make_source(aliases=["gur"])

    source.edit(by=annotator, aliases=["GUR"])

    assert names(source) == ["GUR"]


def test_an_alias_stands_once_whatever_its_case():
    with pytest.raises(ValidationError, match="This source already has that alias") as refusal:
        make_source(aliases=["GUR", "gur"])

    assert list(refusal.value.message_dict) == ["aliases"]
    assert not Source.objects.exists()


def test_two_sources_may_share_an_alias():
    make_source("One", aliases=["The office"])

    assert names(make_source("Two", aliases=["The office"])) == ["The office"]


@pytest.mark.parametrize("name", ["Roads Office", "roads office", "roads-office", "the roads"])
def test_a_source_is_found_by_slug_name_or_alias(name):
    source = make_source("Roads Office", aliases=["The Roads"])
    make_source("Roads Office of Elsewhere")

    assert list(Source.objects.called(name)) == [source]


def test_a_source_is_found_once_by_words_in_its_names():
    source = make_source("Roads Office", aliases=["Office of Roads", "Roads and Bridges"])
    make_source("Mayor")

    assert list(Source.objects.matching("roads")) == [source]


def test_nobody_speaks_on_behalf_of_themselves(annotator):
    source = make_source()

    with pytest.raises(ValidationError) as refusal:
        source.edit(by=annotator, speaks_for=source)

    assert "speaks_for" in refusal.value.message_dict


@pytest.mark.parametrize("length", [2, 3, 5])
def test_nobody_speaks_through_others_on_behalf_of_themselves(length, annotator):
    chain = [make_source("Speaker 0")]
    for number in range(1, length):
        chain.append(make_source(f"Speaker {number}", speaks_for=chain[-1]))

    with pytest.raises(ValidationError, match="already speaks on behalf of Speaker 0"):
        chain[0].edit(by=annotator, speaks_for=chain[-1])

    assert Source.objects.get(name="Speaker 0").speaks_for is None


def test_two_may_speak_on_behalf_of_one():
    office = make_source("Office")

    speakers = [make_source(name, speaks_for=office) for name in ("First", "Second")]

    assert list(office.speakers.order_by("name")) == speakers


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"name": ""}, "name"),
        ({"name": "x" * 201}, "name"),
        ({"name": "Mayor", "country": "ua"}, "country"),
        ({"name": "Mayor", "country": "UKR"}, "country"),
        ({"name": "Mayor", "kind": "rumour"}, "kind"),
    ],
)
def test_nonsense_is_refused_by_field(fields, wrong):
    with pytest.raises(ValidationError) as refusal:
        make_source(**fields)

    assert wrong in refusal.value.message_dict


def test_a_source_that_something_refers_to_is_not_deleted(annotator):
    mayor = make_source("Mayor")
    newsroom.make_claim(attributions=[{"source": mayor}])

    with pytest.raises(ProtectedError):
        mayor.remove(by=annotator)

    assert Source.objects.get(pk=mayor.pk).version == 1


def test_its_author_or_a_reviewer_deletes_a_source(annotator, reviewer):
    first, second = make_source("First"), make_source("Second")

    with pytest.raises(NotAllowed, match="This needs the role reviewer"):
        first.remove(by=make_person(Role.ANNOTATOR))
    first.remove(by=annotator)
    second.remove(by=reviewer)

    assert not Source.objects.exists()


@pytest.mark.parametrize("verb", ["add", "edit", "remove"])
def test_somebody_without_a_role_writes_no_source(verb, outsider):
    source = make_source()
    acts = {
        "add": lambda: Source.add(by=outsider, name="Mayor", kind="person"),
        "edit": lambda: source.edit(by=outsider, name="Mayor"),
        "remove": lambda: source.remove(by=outsider),
    }

    with pytest.raises(NotAllowed, match="This needs the role annotator"):
        acts[verb]()

    assert list(Source.objects.values_list("name", flat=True)) == ["Roads office"]
