"""The stories' tables: what can be seen of them before they are told."""

import pytest

from seeds.demo import STORIES
from seeds.diary import ACTS
from seeds.telling import id_of, time_of

each_story = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)


@each_story
def test_keys_are_unique_within_their_table(story):
    for table in (story.speakers, story.questions, story.articles, story.claims, story.findings):
        keys = [row.key for row in table]
        assert len(set(keys)) == len(keys)


@each_story
def test_the_diary_goes_forward_in_time_and_begins_after_everything_was_marked(story):
    times = [time_of(entry.at) for entry in story.diary]

    rows = [*story.speakers, *story.questions, *story.articles, *story.claims]
    assert times == sorted(times)
    assert (times[0] - story.begins).total_seconds() / 60 >= len(rows)


@each_story
def test_the_diary_uses_every_finding(story):
    drafted = [entry.what for entry in story.diary if entry.act == "drafts"]

    assert sorted(drafted) == sorted(finding.key for finding in story.findings)


@each_story
def test_every_speaker_has_a_part(story):
    parts = {article.publisher for article in story.articles}
    parts |= {speaker.speaks_for for speaker in story.speakers}
    parts |= {
        name
        for claim in story.claims
        for stand in claim.stands
        for name in (stand.source, stand.via)
    }
    parts |= {proof.source for finding in story.findings for proof in finding.evidence}

    # Quoted in the article, without a claim of their own.
    assert {speaker.key for speaker in story.speakers} - parts <= {"austin", "crump"}


def test_the_diaries_try_every_act_of_the_desk():
    assert {entry.act for story in STORIES for entry in story.diary} == set(ACTS)


def test_ids_belong_to_their_story_kind_and_key():
    troops, bridge = STORIES

    ids = {
        id_of(troops, "claim", "cost"),
        id_of(bridge, "claim", "cost"),
        id_of(bridge, "verdict", "cost"),
        id_of(bridge, "claim", "share"),
    }

    assert len(ids) == 4
    assert id_of(bridge, "claim", "cost") in ids


def test_times_are_utc():
    assert time_of("2024-10-24 11:05").isoformat() == "2024-10-24T11:05:00+00:00"
