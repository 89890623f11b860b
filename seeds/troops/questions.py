"""What is in dispute in this story."""

from seeds.tables import Asked

QUESTIONS = [
    Asked(
        "troops-in-russia",
        "How many North Korean troops are in Russia?",
        unit="troops",
        place="Russia",
        period="October 2024",
    ),
    Asked(
        "troops-in-kursk",
        "How many North Korean troops will arrive in Kursk?",
        unit="troops",
        place="Kursk region",
        period="end of October 2024",
        part_of="troops-in-russia",
    ),
    Asked(
        "officers",
        "Are North Korean officers in Ukrainian territory occupied by Russia?",
        place="Occupied territory of Ukraine",
        period="October 2024",
    ),
    Asked(
        "training",
        "Are North Korean soldiers being trained for combat in Russia?",
        place="Russia",
        period="October 2024",
    ),
    Asked(
        "containers",
        "How many containers of arms has North Korea sent to Russia?",
        unit="containers",
        place="Russia",
        period="since August 2023",
    ),
    Asked(
        "arms-in-use",
        "Are North Korean arms in use against targets in Ukraine?",
        place="Ukraine",
        period="2024",
    ),
    Asked(
        "mutual-defence",
        "Must Russia and North Korea help each other militarily if one is attacked?",
        period="since June 2024",
    ),
    Asked(
        "losses",
        "How many casualties, dead and wounded, has the war cost?",
        unit="casualties",
        place="Russia and Ukraine",
        period="since February 2022",
    ),
    Asked(
        "veto",
        "Can Belarus veto the use of the Russian nuclear weapons on its soil?",
        place="Belarus",
        period="2024",
    ),
    Asked("bomb", "Is Ukraine building a nuclear weapon?", place="Ukraine", period="2024"),
    Asked(
        "election",
        "Was the Belarusian presidential election of 2020 rigged?",
        place="Belarus",
        period="August 2020",
    ),
]
