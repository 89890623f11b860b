from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0009_document_compression"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="factcheckversion",
            name="claims_version_corrections",
        ),
        migrations.AddIndex(
            model_name="factcheckversion",
            index=models.Index(
                condition=models.Q(
                    models.Q(("notice", ""), _negated=True),
                    models.Q(("kind__in", ["published", "withheld"]), _negated=True),
                ),
                fields=["sequence"],
                name="claims_version_corrections",
            ),
        ),
    ]
