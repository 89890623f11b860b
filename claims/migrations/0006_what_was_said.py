import json

from django.db import migrations, models


def fill(apps, schema_editor):
    FactCheckPeriod = apps.get_model("claims", "FactCheckPeriod")
    rows = FactCheckPeriod.objects.filter(document__body__isnull=False).select_related("document")
    for period in rows.iterator(chunk_size=500):
        claim = json.loads(bytes(period.document.body))["claim"]
        period.said = "\n".join([claim["statement"], claim["quote"]])
        period.save(update_fields=["said"])


class Migration(migrations.Migration):
    dependencies = [("claims", "0005_revisions")]

    operations = [
        migrations.AddField(
            model_name="factcheckperiod",
            name="said",
            field=models.TextField(
                default="",
                help_text="Statement and quote: what a match is looked for in.",
            ),
            preserve_default=False,
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
