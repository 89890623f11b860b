from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0007_lists_in_order"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="verdict",
            name="claims_verdict_by_waiting",
        ),
        migrations.AddIndex(
            model_name="verdict",
            index=models.Index(fields=["created_by", "state"], name="claims_verdict_by_drafter"),
        ),
        migrations.AddIndex(
            model_name="verdict",
            index=models.Index(
                fields=["state", "submitted_at", "id"], name="claims_verdict_in_turn"
            ),
        ),
    ]
