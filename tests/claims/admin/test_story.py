"""From an article to a published verdict, and beyond, by the forms alone."""

from claims.models import Article, Claim, Verdict
from tests.desk.editor import Editor, add_row
from tests.newsroom import TEXT, make_rating, make_source


def test_an_article_is_pasted_marked_drafted_reviewed_and_published(ann: Editor, rey: Editor):
    rating, office = make_rating("false"), make_source("Roads office")

    page = ann.open("/admin/claims/article/add/")
    pasted = page.press("save", text="• Bridge to cost more\r\n\r\n" + TEXT, language="en")
    article = Article.objects.get()
    assert pasted.status_code == 302
    assert article.headline == "Bridge to cost more"

    page = ann.open(f"/admin/claims/claim/add/?article={article.public_id}")
    row = add_row(page, "attributions", source=office.pk, stance="asserts", at="2026-05-04")
    marked = page.press("save", article=article.pk, quote="4.2 million euros", **row)
    claim = Claim.objects.get()
    assert marked["Location"] == f"/admin/claims/claim/{claim.public_id}/change/"
    assert claim.attributions.get().source == office

    page = ann.open(marked["Location"])
    row = add_row(page, "evidence", stance="refutes", url="https://county.example/e.pdf")
    sent = page.press(
        "submit", verdict__rating=rating.pk, verdict__summary="It says 3.1 million.", **row
    )
    verdict = Verdict.objects.get()
    assert sent.status_code == 302
    assert verdict.state == "submitted"

    page = rey.open(f"/admin/claims/verdict/{verdict.public_id}/change/")
    published = page.press("publish")
    claim.refresh_from_db()
    assert claim.verification_status == "false"
    assert f"http://testserver/factchecks/{claim.public_id}-" in page.shown_after(published).text
