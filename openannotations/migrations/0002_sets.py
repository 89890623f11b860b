from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("openannotations", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="openannotation",
            name="is_set",
            field=models.BooleanField(default=False),
        ),
    ]
