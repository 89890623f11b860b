"""
The second story: a town, a bridge and what it costs.

September 2024. Brennach, its river and its offices are invented; nobody in it has a name.
"""

from datetime import UTC, datetime

from seeds.bridge.articles import ARTICLES
from seeds.bridge.claims import CLAIMS
from seeds.bridge.diary import DIARY
from seeds.bridge.findings import FINDINGS
from seeds.bridge.questions import QUESTIONS
from seeds.bridge.speakers import SPEAKERS
from seeds.tables import Story

BRIDGE = Story(
    name="bridge",
    begins=datetime(2024, 9, 11, 15, tzinfo=UTC),
    speakers=SPEAKERS,
    questions=QUESTIONS,
    articles=ARTICLES,
    claims=CLAIMS,
    findings=FINDINGS,
    diary=DIARY,
)
