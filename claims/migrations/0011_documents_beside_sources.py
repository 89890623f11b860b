import django.db.models.deletion
from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def take_from_the_periods(apps, schema_editor):
    entries = apps.get_model("claims", "SourceInPeriod").objects.using(
        schema_editor.connection.alias
    )
    periods = apps.get_model("claims", "FactCheckPeriod").objects.filter(pk=OuterRef("period_id"))
    entries.update(document_id=Subquery(periods.values("document_id")))
    if schema_editor.connection.vendor == "postgresql":
        # It alters no table for whose rows it has still to check something.
        schema_editor.connection.check_constraints()


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0010_corrections_by_what_they_are_not"),
    ]

    operations = [
        migrations.AddField(
            model_name="sourceinperiod",
            name="document",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="claims.document",
            ),
        ),
        migrations.RunPython(take_from_the_periods, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="sourceinperiod",
            name="document",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="claims.document",
            ),
        ),
        migrations.RemoveIndex(
            model_name="sourceinperiod",
            name="claims_period_by_source",
        ),
        migrations.RemoveIndex(
            model_name="sourceinperiod",
            name="claims_period_by_both",
        ),
        migrations.AddIndex(
            model_name="sourceinperiod",
            index=models.Index(
                fields=["source", "place", "to_sequence", "document"],
                name="claims_period_by_source",
            ),
        ),
        migrations.AddIndex(
            model_name="sourceinperiod",
            index=models.Index(
                fields=["source", "rating", "place", "to_sequence", "document"],
                name="claims_period_by_both",
            ),
        ),
    ]
