"""
The first story: how many North Korean soldiers are in Russia?

Late October 2024. Public figures say what they were reported to have said; the article is ours.
"""

from datetime import UTC, datetime

from seeds.tables import Story
from seeds.troops.article import ARTICLES
from seeds.troops.claims import CLAIMS
from seeds.troops.diary import DIARY
from seeds.troops.findings import FINDINGS
from seeds.troops.questions import QUESTIONS
from seeds.troops.speakers import SPEAKERS

TROOPS = Story(
    name="troops",
    begins=datetime(2024, 10, 24, 7, 30, tzinfo=UTC),
    speakers=SPEAKERS,
    questions=QUESTIONS,
    articles=ARTICLES,
    claims=CLAIMS,
    findings=FINDINGS,
    diary=DIARY,
)
