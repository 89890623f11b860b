from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("sources", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name="source",
            index=models.Index(
                condition=models.Q(("public_since__isnull", False)),
                fields=["created_at", "public_id"],
                name="sources_public_by_creation",
            ),
        ),
        migrations.AddIndex(
            model_name="source",
            index=models.Index(
                fields=["kind", "created_at", "public_id"], name="sources_by_kind_creation"
            ),
        ),
        migrations.AddIndex(
            model_name="source",
            index=models.Index(
                fields=["country", "created_at", "public_id"], name="sources_by_country_creation"
            ),
        ),
        migrations.AddIndex(
            model_name="source",
            index=models.Index(
                fields=["speaks_for", "created_at", "public_id"], name="sources_by_office_creation"
            ),
        ),
        migrations.AddIndex(
            model_name="source",
            index=models.Index(
                condition=models.Q(("public_since__isnull", False)),
                fields=["name", "public_id"],
                name="sources_public_by_name",
            ),
        ),
        migrations.AddIndex(
            model_name="source",
            index=models.Index(fields=["kind", "name", "public_id"], name="sources_by_kind"),
        ),
        migrations.AddIndex(
            model_name="source",
            index=models.Index(fields=["country", "name", "public_id"], name="sources_by_country"),
        ),
        migrations.AddIndex(
            model_name="source",
            index=models.Index(
                fields=["speaks_for", "name", "public_id"], name="sources_by_office"
            ),
        ),
    ]
