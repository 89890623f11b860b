import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0006_what_was_said"),
        ("sources", "0002_lists_in_order"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="article",
            name="claims_article_by_publisher",
        ),
        migrations.RemoveIndex(
            model_name="claim",
            name="claims_claim_by_place",
        ),
        migrations.RemoveIndex(
            model_name="claim",
            name="claims_by_status",
        ),
        migrations.RemoveIndex(
            model_name="claim",
            name="claims_claim_by_work",
        ),
        migrations.RemoveIndex(
            model_name="claim",
            name="claims_claim_by_question",
        ),
        migrations.RemoveIndex(
            model_name="claim",
            name="claims_claim_by_assignee",
        ),
        migrations.RemoveIndex(
            model_name="claim",
            name="claims_claim_by_anchor",
        ),
        migrations.RemoveIndex(
            model_name="verdict",
            name="claims_verdict_by_rating",
        ),
        migrations.RemoveIndex(
            model_name="verdict",
            name="claims_verdict_by_author",
        ),
        migrations.RenameIndex(
            model_name="verdict",
            new_name="claims_verdict_by_waiting",
            old_name="claims_verdict_by_state",
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["published_at", "public_id"], name="claims_article_by_date"),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["headline", "public_id"], name="claims_article_by_headline"),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                fields=["text_is_public", "created_at", "public_id"],
                name="claims_article_by_openness",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("public_since__isnull", False)),
                fields=["created_at", "public_id"],
                name="claims_article_public_by_crea",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                fields=["publisher", "created_at", "public_id"],
                name="claims_article_by_outlet_crea",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                django.db.models.functions.text.Lower("language"),
                models.F("created_at"),
                models.F("public_id"),
                name="claims_article_by_tongue_crea",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("public_since__isnull", False)),
                fields=["published_at", "public_id"],
                name="claims_article_public_by_date",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                fields=["publisher", "published_at", "public_id"],
                name="claims_article_by_outlet_date",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                django.db.models.functions.text.Lower("language"),
                models.F("published_at"),
                models.F("public_id"),
                name="claims_article_by_tongue_date",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("public_since__isnull", False)),
                fields=["headline", "public_id"],
                name="claims_article_public_by_head",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                fields=["publisher", "headline", "public_id"], name="claims_article_by_outlet_head"
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                django.db.models.functions.text.Lower("language"),
                models.F("headline"),
                models.F("public_id"),
                name="claims_article_by_tongue_head",
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(fields=["due_at", "public_id"], name="claims_claim_by_due"),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(fields=["start", "public_id"], name="claims_claim_by_start"),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                fields=["due_at", "created_at", "public_id"], name="claims_claim_without_due"
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                condition=models.Q(
                    (
                        "verification_status__in",
                        ("unchecked", "drafting", "in_review", "retracted", "closed"),
                    ),
                    _negated=True,
                ),
                fields=["created_at", "public_id"],
                name="claims_claim_public",
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                condition=models.Q(
                    (
                        "verification_status__in",
                        ("unchecked", "drafting", "in_review", "retracted", "closed"),
                    ),
                    _negated=True,
                ),
                fields=["start", "public_id"],
                name="claims_claim_public_by_start",
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                fields=["verification_status", "created_at", "public_id"],
                name="claims_claim_by_status",
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                fields=["verification_status", "due_at", "public_id"],
                name="claims_claim_by_status_due",
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                fields=["verification_status", "start", "public_id"],
                name="claims_claim_by_status_start",
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                fields=["work", "created_at", "public_id"], name="claims_claim_by_work"
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                fields=["work", "due_at", "public_id"], name="claims_claim_by_work_due"
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                fields=["work", "start", "public_id"], name="claims_claim_by_work_start"
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                fields=["assignee", "created_at", "public_id"], name="claims_claim_by_assignee"
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                fields=["assignee", "due_at", "public_id"], name="claims_claim_by_assignee_due"
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                fields=["assignee", "start", "public_id"], name="claims_claim_by_assignee_start"
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                fields=["anchor_state", "created_at", "public_id"], name="claims_claim_by_anchor"
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                fields=["anchor_state", "due_at", "public_id"], name="claims_claim_by_anchor_due"
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                fields=["anchor_state", "start", "public_id"], name="claims_claim_by_anchor_start"
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                fields=["article", "start", "public_id"], name="claims_claim_by_article_start"
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                fields=["question", "created_at", "public_id"], name="claims_claim_by_question"
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                fields=["question", "due_at", "public_id"], name="claims_claim_by_asked_due"
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                fields=["question", "start", "public_id"], name="claims_claim_by_asked_start"
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                fields=["verification_status", "assignee"], name="claims_claim_held"
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(fields=["work", "assignee"], name="claims_claim_held_at_work"),
        ),
        migrations.AddIndex(
            model_name="factcheckversion",
            index=models.Index(fields=["kind", "sequence"], name="claims_version_by_kind"),
        ),
        migrations.AddIndex(
            model_name="question",
            index=models.Index(
                fields=["has_conflict", "created_at", "public_id"],
                name="claims_question_by_conflict",
            ),
        ),
        migrations.AddIndex(
            model_name="question",
            index=models.Index(
                condition=models.Q(("public_since__isnull", False)),
                fields=["created_at", "public_id"],
                name="claims_question_public",
            ),
        ),
        migrations.AddIndex(
            model_name="question",
            index=models.Index(
                condition=models.Q(("public_since__isnull", False)),
                fields=["has_public_conflict", "created_at", "public_id"],
                name="claims_question_public_clash",
            ),
        ),
        migrations.AddIndex(
            model_name="verdict",
            index=models.Index(
                fields=["published_at", "public_id"], name="claims_verdict_by_publication"
            ),
        ),
        migrations.AddIndex(
            model_name="verdict",
            index=models.Index(
                fields=["state", "created_at", "public_id"], name="claims_verdict_by_state"
            ),
        ),
        migrations.AddIndex(
            model_name="verdict",
            index=models.Index(
                fields=["state", "published_at", "public_id"], name="claims_verdict_by_state_shown"
            ),
        ),
        migrations.AddIndex(
            model_name="verdict",
            index=models.Index(
                fields=["rating", "created_at", "public_id"], name="claims_verdict_by_rating"
            ),
        ),
        migrations.AddIndex(
            model_name="verdict",
            index=models.Index(
                fields=["rating", "published_at", "public_id"],
                name="claims_verdict_by_rating_shown",
            ),
        ),
        migrations.AddIndex(
            model_name="verdict",
            index=models.Index(
                fields=["created_by", "created_at", "public_id"], name="claims_verdict_by_author"
            ),
        ),
        migrations.AddIndex(
            model_name="verdict",
            index=models.Index(
                fields=["created_by", "published_at", "public_id"],
                name="claims_verdict_by_author_shown",
            ),
        ),
    ]
