"""What the desk wrote about the claims. Sober: where nobody outside can tell, it says so."""

from seeds.tables import Finding, link, record

READ_ON = "2024-10-24"

FINDINGS = [
    Finding(
        "ten-thousand",
        claim="ten-thousand",
        rating="disputed",
        summary=(
            "Ukrainian and South Korean intelligence name 10,000, US intelligence 3,000, Russian "
            "military sources fewer than that. These figures cannot all be right, and none comes "
            "with evidence that outsiders can check."
        ),
        rationale=(
            "Three answers to one question, given in the same days:\n\n"
            "- Ukrainian and South Korean intelligence: **10,000**\n"
            "- US intelligence: **3,000**\n"
            "- Russian military sources, to the BBC: **nowhere near 3,000**\n\n"
            "The highest and the next differ by a factor of more than three. They may count "
            "different things (soldiers promised, sent or arrived); the reports do not say. "
            "Moscow and Pyongyang deny that there are any."
        ),
        evidence=[
            record(
                "supports",
                "voloskyi",
                "Glib Voloskyi names 10,000 as the figure of both services in the article under "
                "review, published on 24 October 2024; kept here as its first revision.",
            ),
            link(
                "context",
                "south-korean-intelligence",
                "https://www.nis.go.kr/",
                title="National Intelligence Service of the Republic of Korea: official site",
                on=READ_ON,
            ),
            link(
                "refutes",
                "security-council",
                "https://www.whitehouse.gov/",
                title="The White House: official site, with the press briefings of October 2024",
                on=READ_ON,
            ),
        ],
    ),
    Finding(
        "three-thousand",
        claim="three-thousand",
        rating="disputed",
        summary=(
            "This is the figure of US intelligence. Ukrainian and South Korean intelligence name "
            "more than three times as many, Russian military sources fewer."
        ),
        rationale=(
            "The figure contradicts both the higher and the lower one. It does not contradict "
            "those who speak of “thousands”."
        ),
        evidence=[
            link(
                "supports",
                "security-council",
                "https://www.whitehouse.gov/",
                title="The White House: official site, with the press briefings of October 2024",
                on=READ_ON,
            ),
            link(
                "refutes",
                "bbc",
                "https://www.bbc.com/news",
                title="BBC News: front page, from which the report of that week is reached",
                on=READ_ON,
            ),
        ],
    ),
    Finding(
        "nowhere-near",
        claim="nowhere-near",
        rating="unproven",
        summary=(
            "Unnamed sources said so to the BBC and gave no figure of their own. Nothing that is "
            "public confirms or refutes them."
        ),
        evidence=[
            link(
                "supports",
                "bbc",
                "https://www.bbc.com/news",
                title="BBC News: front page, from which the report of that week is reached",
                on=READ_ON,
            ),
        ],
    ),
    Finding(
        "thousands",
        claim="thousands",
        rating="disputed",
        summary=(
            "Ukraine, the United States and South Korea say so on the strength of their "
            "intelligence. Russia, North Korea and the president of Belarus deny it."
        ),
        rationale=(
            "Three governments assert it independently of one another, as far as is known. The "
            "denials come from the two governments concerned and from an ally. Russian military "
            "sources told the BBC that soldiers had arrived, but not in such numbers."
        ),
        evidence=[
            link(
                "supports",
                "ukraine",
                "https://www.president.gov.ua/",
                title="President of Ukraine: official site",
                on=READ_ON,
            ),
            link(
                "refutes",
                "lukashenko",
                "https://www.bbc.com/news",
                title="BBC News: front page, from which the interview with Lukashenko is reached",
                on=READ_ON,
            ),
        ],
    ),
    Finding(
        "kursk",
        claim="kursk",
        rating="unproven",
        summary=(
            "This is a forecast by the head of Ukraine’s military intelligence. When we checked, "
            "it could not be seen whether it would come true."
        ),
        rationale=(
            "It concerns one region and the days to come. It cannot be set against the figures "
            "for all of Russia."
        ),
        evidence=[
            link(
                "supports",
                "gur",
                "https://gur.gov.ua/",
                title="Main Intelligence Directorate of Ukraine: official site",
                on=READ_ON,
            ),
            link(
                "context",
                "war-zone",
                "https://www.twz.com/",
                title="The War Zone: front page, from which the interview is reached",
                on=READ_ON,
            ),
        ],
    ),
    Finding(
        "training",
        claim="training",
        rating="mostly-true",
        summary="North Korean soldiers are being trained in Russia.",
        evidence=[
            link(
                "supports",
                "kirby",
                "https://www.whitehouse.gov/",
                title="The White House: official site, with the press briefings of October 2024",
                on="2024-10-25",
            ),
        ],
    ),
    Finding(
        "officers",
        claim="officers",
        rating="unproven",
        summary=(
            "President Zelensky said so, referring to Ukrainian intelligence. No evidence for it "
            "has been made public."
        ),
        evidence=[
            link(
                "supports",
                "zelensky",
                "https://www.president.gov.ua/",
                title="President of Ukraine: official site",
                on=READ_ON,
            ),
        ],
    ),
    Finding(
        "mutual-defence",
        claim="mutual-defence",
        rating="mostly-true",
        summary=(
            "The treaty of 19 June 2024 provides for military assistance if one side is put into "
            "a state of war by an armed attack. The article leaves out that it refers to the "
            "Charter of the United Nations and to both countries’ laws."
        ),
        evidence=[
            record(
                "supports",
                "treaty",
                "Article 4 of the treaty signed by Vladimir Putin and Kim Jong Un in Pyongyang on "
                "19 June 2024, as North Korea’s state news agency published it on 20 June 2024.",
            ),
            link(
                "context",
                "putin",
                "http://en.kremlin.ru/",
                title="President of Russia: official site, with the June 2024 visit to Pyongyang",
                on="2024-10-25",
            ),
        ],
    ),
    Finding(
        "containers",
        claim="containers",
        rating="mostly-true",
        summary="South Korea’s intelligence service has published this figure.",
        evidence=[
            link(
                "supports",
                "south-korean-intelligence",
                "https://www.nis.go.kr/",
                title="National Intelligence Service of the Republic of Korea: official site",
                on=READ_ON,
            ),
        ],
    ),
    Finding(
        "containers-in-context",
        claim="containers",
        rating="missing-context",
        summary=(
            "The figure is an estimate by South Korea’s intelligence service. The article gives "
            "it as a fact and does not name its source."
        ),
        rationale=(
            "The service published the estimate on 18 October 2024. How many containers were "
            "counted and how many inferred, it did not say. Russia and North Korea deny that arms "
            "are delivered."
        ),
        evidence=[
            record(
                "supports",
                "south-korean-intelligence",
                "The service’s press release of 18 October 2024, in Korean, which speaks of more "
                "than 13,000 containers since August 2023; issued to the press and on its site.",
            ),
            link(
                "context",
                "south-korean-intelligence",
                "https://www.nis.go.kr/",
                title="National Intelligence Service of the Republic of Korea: official site",
                on="2024-10-26",
            ),
        ],
    ),
    Finding(
        "arms-in-use",
        claim="arms-in-use",
        rating="unproven",
        summary="",
        rationale="To do: ask which arms the officials mean, and whether remains were examined.",
    ),
    Finding(
        "veto",
        claim="veto",
        rating="disputed",
        summary=(
            "Lukashenko claims such a veto. Russia’s defence minister said in May 2023 that "
            "control of the weapons and the decision on their use stay with Russia. No text that "
            "would settle it is public."
        ),
        evidence=[
            link(
                "supports",
                "lukashenko",
                "https://www.bbc.com/news",
                title="BBC News: front page, from which the interview with Lukashenko is reached",
                on="2024-10-25",
            ),
            record(
                "refutes",
                "russian-defence-ministry",
                "Sergei Shoigu, then minister of defence, at the signing of the agreement on "
                "stationing in Minsk on 25 May 2023, as the ministry quoted him to the press.",
            ),
        ],
    ),
    Finding(
        "bomb",
        claim="bomb",
        rating="unproven",
        summary=(
            "No evidence has been presented. In November 2022 inspectors of the International "
            "Atomic Energy Agency found no sign of undeclared nuclear activities at three sites "
            "in Ukraine, after Russian allegations about a “dirty bomb”."
        ),
        evidence=[
            link(
                "refutes",
                "iaea",
                "https://www.iaea.org/",
                title="International Atomic Energy Agency: official site",
                on="2024-10-28",
            ),
        ],
    ),
    Finding(
        "election",
        claim="election",
        rating="true",
        summary=(
            "The authorities declared Lukashenko the winner. A rapporteur of the OSCE found that "
            "the election was neither transparent nor free nor fair, and the European Union does "
            "not recognise its result."
        ),
        evidence=[
            record(
                "supports",
                "osce",
                "Report of the rapporteur under the OSCE’s Moscow Mechanism on the presidential "
                "election of 9 August 2020, presented to the member states on 5 November 2020.",
            ),
            link(
                "supports",
                "osce",
                "https://www.osce.org/",
                title="OSCE: official site",
                on="2024-10-25",
            ),
        ],
    ),
]
