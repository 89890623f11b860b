"""The article that the desk checks: our own report of what was said that week, and by whom."""

from seeds.tables import Printed

TEXT = """\
How many North Korean soldiers are in Russia? The answers are far apart

Governments, intelligence services and soldiers have named at least four figures this week for \
the North Korean force that is said to be in Russia. Two capitals say that there is no such force.

Ukraine, the United States and South Korea say that thousands of North Korean troops are on \
Russian soil. Moscow and Pyongyang call the reports fabrications. Alexander Lukashenko, the \
president of Belarus and a close ally of Vladimir Putin, dismissed talk of North Koreans joining \
the war as a “lie” and “rubbish” when the BBC asked him.

The largest figure comes from Kyiv and Seoul. Both countries’ intelligence services speak of \
10,000 North Korean troops, according to Glib Voloskyi, an analyst at the Ukrainian think tank \
Come Back Alive Initiatives Center. So many men, he said, could seriously weaken Ukraine’s \
defence and speed up the Russian advance.

US intelligence arrives at a much lower figure: 3,000. Russian military sources confirmed to the \
BBC that North Korean soldiers had reached Russia’s Far East, but put their number at “nowhere \
near 3,000”.

What the soldiers are there for

John Kirby, spokesman of the US National Security Council, said on Wednesday evening that \
Washington could not tell yet whether the soldiers would go to the front. Should they fight \
Ukraine, they would become legitimate targets, he said. A first tranche of them appeared to be \
getting basic combat training in Russia; when and where they might see action he could not say.

Lloyd Austin, the US defence secretary, spoke of a “very, very serious issue” if North Korea \
means to take part in the war on Russia’s side. The effects, he said, would be felt in Europe \
and in the Indo-Pacific alike.

President Volodymyr Zelensky told reporters on Monday that North Korean officers and technicians \
had already been seen in territory occupied by Russia. He believes that they came first, to look \
at the situation before the troops arrive. A third country in the fighting, he has warned, could \
widen it into a world war.

Kyrylo Budanov, the head of Ukraine’s military intelligence service GUR, told the US website The \
War Zone that he expected some 2,600 North Korean troops in Kursk, the Russian border region of \
which Ukrainian forces have held a part since the summer. With what they will be equipped is not \
known. A couple of days would show, he said.

“I Want to Live”, a Ukrainian hotline for Russian soldiers who wish to surrender, addressed the \
North Koreans on Wednesday: it put out a video in Korean that asks them to give themselves up.

First arms, then men

Russia and North Korea have drawn closer for two years. In June they signed a mutual-defence \
deal: whichever of them is attacked can count on the other’s military help. Since August 2023 \
North Korea has shipped shells, missiles and other arms to Russia, more than 13,000 containers \
of them. These arms are in use against targets in Ukraine, officials in Kyiv say.

Justin Crump, who once commanded British tanks and now runs the advisory firm Sibylline, sees a \
sign of weakness: a country whose war goes well, he said, does not need thousands of foreign \
soldiers.

What Lukashenko says

In the same BBC interview, Mr Lukashenko said that Putin regrets the losses of the war. Both \
sides together count hundreds of thousands of casualties, the dead and the wounded. He ruled out \
sending soldiers of his own: that would escalate the war and bring NATO troops into Ukraine.

Mr Lukashenko also claimed a veto over the Russian nuclear weapons in Belarus. They would never \
be used without his consent, he said, and he would not give it unless foreign soldiers entered \
his country.

On Russian state television he went further and suggested that Ukraine might be building a \
nuclear weapon in order to strike Moscow.

The president was declared the winner of a sixth term in 2020, in a vote that is widely held to \
have been rigged. He means to stand again in January.
"""

ARTICLES = [
    Printed(
        key="answers-far-apart",
        publisher="courier",
        url="https://demo.example/courier/2024/10/24/how-many-north-korean-soldiers",
        on="2024-10-24",
        headline="How many North Korean soldiers are in Russia? The answers are far apart",
        text=TEXT,
    ),
]
