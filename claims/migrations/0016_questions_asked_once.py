from django.db import migrations, models
from django.db.models import Count, Min, Q

from claims.models.asking import ASKS, asked_key
from factcheck.index.likeness import likeness

AT_A_TIME = 1000


def fill(apps, schema_editor):
    """Each question's keys; of those that ask the same only the first has the one for it."""
    questions = apps.get_model("claims", "Question").objects.using(schema_editor.connection.alias)
    last = 0
    while rows := list(questions.filter(pk__gt=last).order_by("pk").only(*ASKS)[:AT_A_TIME]):
        for question in rows:
            question.likeness, question.asked = likeness(question.text), asked_key(question)
        questions.bulk_update(rows, ["likeness", "asked"])
        last = rows[-1].pk
    shared = questions.values("part_of", "asked").order_by()
    for each in list(shared.annotate(number=Count("pk"), first=Min("pk")).filter(number__gt=1)):
        asked_so = questions.filter(part_of=each["part_of"], asked=each["asked"])
        asked_so.exclude(pk=each["first"]).update(asked=None)


class Migration(migrations.Migration):
    # Some rows at a time: in one transaction nobody could read questions meanwhile. What is
    # interrupted may be run again.
    atomic = False
    dependencies = [("claims", "0015_questions_by_what_they_ask")]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="question",
            index=models.Index(fields=["likeness"], name="claims_question_by_likeness"),
        ),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.UniqueConstraint(
                condition=Q(("part_of__isnull", True)),
                fields=("asked",),
                name="claims_question_asked_once",
                violation_error_code="unique",
                violation_error_message="This is asked already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.UniqueConstraint(
                condition=Q(("part_of__isnull", False)),
                fields=("asked", "part_of"),
                name="claims_question_asked_once_within",
                violation_error_code="unique",
                violation_error_message="This is asked already.",
            ),
        ),
    ]
