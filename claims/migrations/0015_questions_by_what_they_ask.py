from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("claims", "0014_articles_kept_once")]

    operations = [
        migrations.AddField(
            model_name="question",
            name=name,
            field=models.CharField(editable=False, max_length=32, null=True),
        )
        for name in ("likeness", "asked")
    ]
