"""What the demo has to show: the words at their place, every state, and nothing that is not so."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from accounts.scopes import TOKEN_SCOPES, Role, Scope, scopes_of
from claims.models import Article, Attribution, Claim, Evidence, Question, Rating, Verdict
from claims.models.status import RESERVED, CloseReason, Work
from factcheck.records.models import Change
from seeds.demo import STORIES
from seeds.people import demo_users
from seeds.ratings import SCALE
from sources.models import Source

pytestmark = [pytest.mark.usefixtures("told"), pytest.mark.xdist_group("demo")]

REAL = Path(__file__).parents[3] / "shared" / "data" / "articles" / "north-korean-troops.txt"
SLUGS = [slug for slug, *_ in SCALE]


def claim_stating(statement: str) -> Claim:
    return Claim.objects.get(statement__contains=statement)


def stands_on(claim: Claim) -> set[tuple[str, str, str]]:
    """Who stands where, and by whom it was reported."""
    return {
        (stand.source.name, stand.stance, stand.via.name if stand.via else "")
        for stand in claim.attributions.select_related("source", "via")
    }


def test_every_claim_stands_where_its_words_are():
    claims = list(Claim.objects.select_related("revision"))

    assert claims
    assert all(claim.revision.text[claim.start : claim.end] == claim.quote for claim in claims)


def test_a_claims_figure_is_in_the_articles_own_words():
    for claim in Claim.objects.exclude(question__unit=""):
        figures = re.findall(r"\d[\d,.]*\d|\d", claim.quote)
        assert all(figure in claim.statement for figure in figures), claim.statement


@pytest.mark.slow
def test_the_story_that_explains_it_all_is_told():
    ten = claim_stating("10,000 North Korean troops")
    three = Claim.objects.get(statement__startswith="3,000 North Korean troops")
    fewer = claim_stating("Nowhere near 3,000")
    thousands = claim_stating("Thousands of North Korean troops")

    assert stands_on(ten) == {
        ("Ukrainian intelligence", "asserts", "Glib Voloskyi"),
        ("South Korean intelligence", "asserts", "Glib Voloskyi"),
    }
    assert stands_on(three) == {("US intelligence", "asserts", "")}
    assert stands_on(fewer) == {("Russian military sources", "asserts", "BBC")}
    assert stands_on(thousands) == {
        ("Ukraine", "asserts", ""),
        ("United States", "asserts", ""),
        ("South Korea", "asserts", ""),
        ("Russia", "denies", ""),
        ("North Korea", "denies", ""),
        ("Alexander Lukashenko", "denies", "BBC"),
    }
    assert {claim.question.text for claim in (ten, three, fewer, thousands)} == {
        "How many North Korean troops are in Russia?"
    }


def test_the_forecast_for_kursk_answers_a_narrower_question():
    kursk = claim_stating("2,600")

    assert kursk.question.text == "How many North Korean troops will arrive in Kursk?"
    assert kursk.question.part_of.text == "How many North Korean troops are in Russia?"
    assert stands_on(kursk) == {("Kyrylo Budanov", "asserts", "The War Zone")}


@pytest.mark.parametrize(
    ("statement", "claimant"),
    [
        ("officers are already", "Volodymyr Zelensky"),
        ("basic combat training", "John Kirby"),
        ("13,000 containers", "The Demo Courier"),
        ("signed in June 2024", "The Demo Courier"),
        ("regrets", "Alexander Lukashenko"),
        ("without Belarus’s consent", "Alexander Lukashenko"),
        ("nuclear weapon in order to strike", "Alexander Lukashenko"),
        ("sixth term in 2020", "The Demo Courier"),
    ],
)
def test_every_other_claim_of_the_article_has_its_claimant(statement, claimant):
    first = claim_stating(statement).attributions.filter(stance="asserts").order_by("position")[0]

    assert first.source.name == claimant


@pytest.mark.parametrize(
    ("speaker", "chain"),
    [
        ("John Kirby", ["US National Security Council", "United States"]),
        ("Lloyd Austin", ["US Department of Defense", "United States"]),
        ("Kyrylo Budanov", ["Ukraine’s military intelligence", "Ukraine"]),
        ("South Korean intelligence", ["South Korea"]),
        ("Alexander Lukashenko", ["Belarus"]),
        ("Glib Voloskyi", ["Come Back Alive Initiatives Center"]),
        ("Russian military sources", []),
    ],
)
def test_it_is_known_who_speaks_for_whom(speaker, chain):
    source, heard = Source.objects.get(name=speaker), []
    while source.speaks_for:
        source = source.speaks_for
        heard.append(source.name)

    assert heard == chain


@pytest.mark.parametrize("alias", ["GUR", "NIS", "Moscow", "the kremlin", "TWZ", "Zelenskyy"])
def test_sources_are_found_by_the_names_that_news_use(alias):
    assert Source.objects.called(alias).count() == 1


def test_there_are_sources_enough_and_of_every_kind():
    assert (
        Source.objects.filter(country__in=["UA", "US", "KR", "RU", "KP", "BY", "GB"]).count() > 15
    )
    assert set(Source.objects.values_list("kind", flat=True)) == set(Source.Kind.values)


def test_every_state_of_a_claim_occurs():
    statuses = set(Claim.objects.values_list("verification_status", flat=True))

    assert statuses == {*RESERVED, *SLUGS}
    assert set(Claim.objects.values_list("work", flat=True)) == set(Work.values)


def test_a_correction_is_under_way_while_a_verdict_stands():
    assert Claim.objects.published().filter(work=Work.DRAFTING).exists()


def test_every_state_of_a_verdict_occurs():
    assert set(Verdict.objects.values_list("state", flat=True)) == set(Verdict.State.values)


def test_one_draft_was_sent_back_with_a_reason():
    assert Verdict.objects.get(state="draft", returned_at__isnull=False).return_reason


def test_a_correction_replaced_its_verdict_with_a_notice():
    old = Verdict.objects.get(state="superseded")
    new = old.claim.verdicts.get(state="published")

    assert (old.rating.slug, new.rating.slug) == ("mostly-true", "missing-context")
    assert "We first rated this statement Mostly true." in new.notice


def test_a_retraction_says_why():
    assert Verdict.objects.get(state="retracted").retraction_reason


def test_an_amendment_left_its_notice_in_the_history():
    amended = Change.objects.get(field="notice", what="claims.claim")

    assert "working days" in amended.new


def test_an_article_changed_and_its_claims_were_followed():
    article = Article.objects.get(revisions__number=2)
    states = dict(article.claims.values_list("quote", "anchor_state"))

    assert states["18 months are enough"] == "lost"
    assert states["lose 40 minutes on every trip through the hills"] == "needs_review"
    assert set(states.values()) == {"moved", "needs_review", "lost"}
    for claim in Claim.objects.published().filter(article=article):
        assert claim.revision.number == 1


def test_published_verdicts_have_four_eyes_and_evidence_to_follow():
    for verdict in Verdict.objects.ever_published():
        assert verdict.four_eyes
        assert verdict.published_by != verdict.edited_by
        assert verdict.evidence.followable().exists()


def test_claims_are_closed_for_a_known_reason():
    assert set(Claim.objects.exclude(closed_at=None).values_list("close_reason", flat=True)) == {
        CloseReason.NOT_CHECKABLE,
        CloseReason.DROPPED,
    }


def test_somebody_has_work_to_do_by_a_date():
    assert Claim.objects.filter(
        assignee__username=Role.ANNOTATOR, due_at__isnull=False, verification_status="unchecked"
    ).exists()


def test_every_kind_of_evidence_and_every_stance_occurs():
    assert Evidence.objects.exclude(url="").filter(retrieved_at__isnull=False).exists()
    assert Evidence.objects.exclude(record="").exists()
    assert Evidence.objects.exclude(protected="").exists()
    assert set(Evidence.objects.values_list("stance", flat=True)) == set(Evidence.Stance.values)
    assert set(Attribution.objects.values_list("stance", flat=True)) == set(
        Attribution.Stance.values
    )


def test_a_protected_source_stays_hidden_although_its_verdict_is_published():
    hidden = Evidence.objects.exclude(protected="").get()

    assert hidden.verdict.is_standing
    assert hidden.source.public_since is None


def test_an_invented_address_is_told_from_a_real_one_by_its_host():
    addresses = Evidence.objects.exclude(url="").filter(
        verdict__claim__article__url__contains="/courier/"
    )

    assert addresses.exists()
    assert not addresses.filter(url__contains="demo.example").exists()
    assert not addresses.exclude(excerpt="").exists()


def test_one_claim_repeats_another_word_for_word():
    again = Claim.objects.get(repeats__isnull=False)

    assert again.quote == again.repeats.quote
    assert again.article != again.repeats.article


def test_figures_have_several_units():
    units = set(Question.objects.exclude(unit="").values_list("unit", flat=True))

    assert {"troops", "containers", "EUR", "percent", "vehicles", "tonnes", "years"} <= units


def test_readers_may_read_our_own_articles():
    assert Article.objects.count() == 3
    assert all(article.text_is_public for article in Article.objects.all())
    assert all(article.url.startswith("https://demo.example/") for article in Article.objects.all())


def test_the_scale_is_the_shipped_one():
    scale = [(rating.slug, rating.value) for rating in Rating.objects.on_the_scale()]

    assert scale == [
        ("true", 5),
        ("mostly-true", 4),
        ("mixed", 3),
        ("mostly-false", 2),
        ("false", 1),
        ("missing-context", None),
        ("disputed", None),
        ("unproven", None),
    ]


@pytest.mark.parametrize("role", list(Role))
def test_each_of_the_demos_people_may_do_what_their_role_may(role):
    person = demo_users().get(username=role)

    may = [scope for scope in Scope if person.has_perm(scope.permission)]
    assert may == scopes_of(role)
    assert person.is_staff
    assert not person.is_superuser
    assert set(may) - {Scope.DESK_MANAGE} <= set(TOKEN_SCOPES)


def test_nobody_of_the_demo_can_log_in_yet():
    assert not any(person.has_usable_password() for person in demo_users())


def test_every_row_has_a_time_of_its_story_not_of_its_telling():
    years = {
        record.created_at.year
        for model in (Source, Article, Claim, Verdict)
        for record in model.objects.all()
    }

    assert years | {change.at.year for change in Change.objects.all()} == {2024}


def test_verdicts_on_public_figures_stay_sober():
    heated = re.compile(
        r"\b(lie[sd]?|liar|absurd|ridiculous|obvious\w*|of course|shocking|rant|regime)\b", re.I
    )

    for verdict in Verdict.objects.all():
        assert not heated.search(f"{verdict.summary} {verdict.rationale}"), verdict.summary


@pytest.mark.skipif(
    not REAL.exists(), reason="The real article lies beside the project; it is not there."
)
def test_our_article_does_not_copy_the_real_one():
    def runs(text: str, length: int = 8) -> set[tuple[str, ...]]:
        words = re.findall(r"[\w,]+", text.lower())
        return set(zip(*(words[start:] for start in range(length)), strict=False))

    ours = STORIES[0].articles[0].text

    assert not runs(ours) & runs(REAL.read_text(encoding="utf-8"))


def test_lists_by_age_have_one_order():
    for model in (Source, Question, Article, Claim, Verdict):
        times = model.objects.order_by("created_at").values_list("created_at", flat=True)
        assert all(earlier < later for earlier, later in pairwise(times)), model
