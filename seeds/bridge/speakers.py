"""Who says something about the bridge: offices and associations."""

from seeds.tables import Speaker

SPEAKERS = [
    Speaker("gazette", "Brennach Gazette", "media", description="An invented local newspaper"),
    Speaker("radio", "Radio Sorne", "media", description="An invented local radio station"),
    Speaker(
        "town",
        "Town of Brennach",
        "government",
        aliases=["Brennach", "Brennach town council"],
        description="An invented town on an invented river",
    ),
    Speaker("mayors-office", "Mayor’s office of Brennach", "government", speaks_for="town"),
    Speaker("finance", "Finance department of Brennach", "government", speaks_for="town"),
    Speaker("roads", "Roads office of Brennach", "government", speaks_for="town"),
    Speaker(
        "opposition",
        "Opposition group on the Brennach council",
        "organisation",
        aliases=["Brennach opposition"],
    ),
    Speaker("residents", "Weir Bridge Residents’ Association", "organisation"),
    Speaker("hauliers", "Sorne Valley Hauliers’ Association", "organisation"),
    Speaker("builder", "Press office of the bridge builder", "organisation"),
    Speaker("audit", "Audit office of the Sorne district", "government"),
    Speaker("budget", "Budget of Brennach for 2024", "document"),
    Speaker("contract", "Contract for the new Weir Bridge", "document"),
    Speaker("employee", "An employee of the town of Brennach", "anonymous", speaks_for="town"),
]
