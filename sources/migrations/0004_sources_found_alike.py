from django.db import migrations, models

from factcheck.index.likeness import likeness

AT_A_TIME = 1000


def fill(apps, schema_editor):
    """Each name's and each alias's key."""
    for model in ("Source", "SourceAlias"):
        rows = apps.get_model("sources", model).objects.using(schema_editor.connection.alias)
        last = 0
        while some := list(rows.filter(pk__gt=last).order_by("pk").only("name")[:AT_A_TIME]):
            for each in some:
                each.likeness = likeness(each.name)
            rows.bulk_update(some, ["likeness"])
            last = some[-1].pk


class Migration(migrations.Migration):
    # Some rows at a time: in one transaction nobody could read sources meanwhile. What is
    # interrupted may be run again.
    atomic = False
    dependencies = [("sources", "0003_sources_by_likeness")]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="source",
            index=models.Index(fields=["likeness"], name="sources_by_likeness"),
        ),
        migrations.AddIndex(
            model_name="sourcealias",
            index=models.Index(fields=["likeness"], name="sources_alias_by_likeness"),
        ),
    ]
