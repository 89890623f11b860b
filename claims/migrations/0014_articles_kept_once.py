from django.db import migrations, models
from django.db.models import Count

from claims.record.addresses import key_of

AT_A_TIME = 1000


def fill(apps, schema_editor):
    """Each article's key; of those that have the same one, all but the oldest are numbered."""
    articles = apps.get_model("claims", "Article").objects.using(schema_editor.connection.alias)
    last = 0
    while rows := list(articles.filter(pk__gt=last).order_by("pk").only("url")[:AT_A_TIME]):
        for article in rows:
            article.address = key_of(article.url)
        articles.bulk_update([each for each in rows if each.address], ["address"])
        last = rows[-1].pk
    shared = articles.filter(address__isnull=False).values("address").order_by()
    for address in list(
        shared.annotate(number=Count("pk")).filter(number__gt=1).values_list("address", flat=True)
    ):
        _oldest, *later = (
            articles.filter(address=address)
            .order_by("created_at", "pk")
            .values_list("pk", flat=True)
        )
        for twin, pk in enumerate(later, start=1):
            articles.filter(pk=pk).update(twin=twin)


class Migration(migrations.Migration):
    # Some rows at a time: in one transaction nobody could read articles meanwhile. What is
    # interrupted may be run again.
    atomic = False
    dependencies = [("claims", "0013_articles_by_address")]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.UniqueConstraint(
                condition=models.Q(("address__isnull", False)),
                fields=("address", "twin"),
                name="claims_article_once_per_address",
                violation_error_code="unique",
                violation_error_message="There is an article with this URL already.",
            ),
        ),
    ]
