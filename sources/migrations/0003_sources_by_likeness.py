from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sources", "0002_lists_in_order")]

    operations = [
        migrations.AddField(
            model_name=name,
            name="likeness",
            field=models.CharField(editable=False, max_length=32, null=True),
        )
        for name in ("source", "sourcealias")
    ]
