"""What is in dispute about the bridge."""

from seeds.tables import Asked

QUESTIONS = [
    Asked(
        "cost",
        "What will the new Weir Bridge cost, with its approach roads?",
        unit="EUR",
        place="Brennach",
        period="2024 to 2026",
    ),
    Asked(
        "cost-of-bridge",
        "What will the new Weir Bridge alone cost?",
        unit="EUR",
        place="Brennach",
        period="2024 to 2026",
        part_of="cost",
    ),
    Asked(
        "share",
        "What share of a year’s budget is the new Weir Bridge?",
        unit="percent",
        place="Brennach",
        period="2024",
    ),
    Asked(
        "traffic",
        "How many vehicles cross the Weir Bridge a day?",
        unit="vehicles",
        place="Weir Bridge",
        period="2024",
    ),
    Asked(
        "load",
        "How heavy may a vehicle on the Weir Bridge be?",
        unit="tonnes",
        place="Weir Bridge",
        period="since March 2024",
    ),
    Asked(
        "closure",
        "How long will Brennach be without a crossing?",
        unit="years",
        place="Brennach",
        period="from 2025",
    ),
    Asked(
        "age",
        "How old is the Weir Bridge?",
        unit="years",
        place="Weir Bridge",
        period="2024",
    ),
    Asked("tender", "Was the contract for the new Weir Bridge put out to tender?", period="2024"),
]
