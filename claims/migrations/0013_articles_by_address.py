from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("claims", "0012_due_in_order")]

    operations = [
        migrations.AlterField(
            model_name="article",
            name="url",
            field=models.URLField(
                blank=True,
                help_text="Where readers find it. Each address is kept once, however it is written.",
                max_length=2000,
                null=True,
                unique=True,
                verbose_name="URL",
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="address",
            field=models.CharField(editable=False, max_length=32, null=True),
        ),
        migrations.AddField(
            model_name="article",
            name="twin",
            field=models.PositiveIntegerField(db_default=0, default=0, editable=False),
        ),
    ]
