"""The walls: which room may know which."""

import pytest

from tests.house.tree import FIRST_PARTY, ROOT, files, imports, name_of, within

BOTTOM = [
    "factcheck.records",
    "factcheck.rest",
    "factcheck.index",
    "factcheck.desk",
    "factcheck.annotation_protocol",
]

# What each room may import from the rest of the house. Anything else of ours is a wall.
DOORS = {
    "factcheck/records": ["factcheck.records"],
    "factcheck/rest": ["factcheck.rest", "factcheck.records"],
    "factcheck/annotation_protocol": ["factcheck.annotation_protocol", "factcheck.rest"],
    # How many keys are one value of a statement, and nothing of what a record is.
    "factcheck/index": ["factcheck.index", "factcheck.records.among"],
    "factcheck/desk": ["factcheck.desk", "factcheck.records"],
    "factcheck/outgoing": ["factcheck.outgoing"],
    "accounts": ["accounts", *BOTTOM],
    "sources": ["sources", "accounts", *BOTTOM],
    "claims": ["claims", "sources", "accounts", "factcheck.outgoing", *BOTTOM],
    "publishing": ["publishing", "claims", "sources", "accounts", "factcheck.outgoing", *BOTTOM],
    "search": ["search", "publishing", "claims", "sources", "accounts", *BOTTOM],
    "openannotations": ["openannotations", *BOTTOM],
    "seeds": ["seeds", "claims", "sources", "accounts", *BOTTOM],
}

MODELS = ["factcheck/records", "claims/models", "publishing/models", "publishing/webhooks"]
MODEL_FILES = [
    "accounts/models.py",
    "accounts/scopes.py",
    "accounts/access.py",
    "sources/models.py",
]
HTTP = ["django.http", "django.views", "django.urls", "rest_framework", "factcheck.rest"]
HTTP += ["factcheck.desk", "django.contrib.admin", "django.forms", "django_filters"]

PURE = [
    "factcheck/outgoing",
    "claims/anchoring",
    "claims/quantities",
    "claims/suggestions",
    "claims/comparison",
    "claims/ratio",
    "claims/headings",
    "publishing/formats",
    "publishing/reviews",
]


def crossings(paths, allowed):
    return [
        f"{name_of(path)} imports {module}"
        for path in paths
        for module in imports(path)
        if module.split(".")[0] in FIRST_PARTY and not any(within(module, d) for d in allowed)
    ]


@pytest.mark.parametrize("room", DOORS)
def test_a_room_opens_only_onto_its_doors(room):
    assert not crossings(files(room), DOORS[room])


def test_every_room_has_its_doors():
    rooms = {
        path.parent.relative_to(ROOT).as_posix()
        for path in ROOT.glob("*/apps.py")
        if path.parent.name in FIRST_PARTY
    }

    assert rooms <= DOORS.keys()


def test_nobody_but_the_map_knows_the_seeds():
    everyone = [path for path in files(*FIRST_PARTY) if not name_of(path).startswith("seeds/")]

    known_by = [
        name_of(path) for path in everyone if any(within(m, "seeds") for m in imports(path))
    ]

    assert known_by in ([], ["factcheck/front.py"])


def test_nobody_knows_the_open_annotations():
    everyone = [path for path in files(*FIRST_PARTY) if "openannotations/" not in name_of(path)]

    assert not [
        name_of(path)
        for path in everyone
        if any(within(module, "openannotations") for module in imports(path))
    ]


def test_models_know_nothing_of_http():
    paths = [*files(*MODELS), *(ROOT / name for name in MODEL_FILES)]

    knowing = [
        f"{name_of(path)} imports {module}"
        for path in paths
        for module in imports(path)
        if any(within(module, door) for door in HTTP)
    ]

    assert not knowing


def test_admin_and_api_stand_side_by_side():
    rooms = ["claims", "publishing"]
    walls = [(f"{room}/api", f"{room}.admin") for room in rooms]
    walls += [(f"{room}/admin", f"{room}.api") for room in rooms]

    crossed = [
        f"{name_of(path)} imports {module}"
        for folder, wall in walls
        for path in files(folder)
        for module in imports(path)
        if within(module, wall)
    ]

    assert not crossed


@pytest.mark.parametrize("room", PURE)
def test_a_pure_room_needs_neither_django_nor_the_rest_of_the_house(room):
    own = room.replace("/", ".")
    paths = files(room) or [path for path in [ROOT / f"{room}.py"] if path.exists()]
    pure = [each.replace("/", ".") for each in PURE]

    known = [
        f"{name_of(path)} imports {module}"
        for path in paths
        for module in imports(path)
        if module.split(".")[0] in {"django", "rest_framework"}
        or (module.split(".")[0] in FIRST_PARTY and not any(within(module, p) for p in pure))
    ]

    assert paths, f"{own} is not there"
    assert not known
