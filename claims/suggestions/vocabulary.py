"""The words by which speech and speakers are known."""

from typing import Final


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Verbs that put something forward as so.
ASSERTING: Final = words("""
    said says say saying told tells tell telling added adds adding claimed claims claim claiming
    insisted insists insist insisting warned warns warn warning declared declares declare declaring
    stated states argued argues argue arguing announced announces announce announcing reported
    reports report confirmed confirms confirm confirming estimated estimates estimate estimating
    believed believes believe expected expects expect suggested suggests suggest suggesting alleged
    alleges allege acknowledged acknowledges admitted admits admit promised promises promise
    predicted predicts predict noted notes note accused accuses accuse tweeted wrote writes write
    explained explains testified testifies maintained maintains revealed reveals disclosed conceded
    concedes asserted asserts assert calculated calculates concluded concludes conclude thinks
    fears vowed vows pledged pledges replied responded recalled repeated stressed
    emphasised emphasized remarked commented posted
""")
DENYING: Final = words("""
    denied denies deny denying dismissed dismisses dismiss dismissing rejected rejects reject
    rejecting refuted refutes refute refuting disputed disputes dispute disputing contradicted
    contradicts contradict rebutted rebuts debunked debunks
""")
DOUBTING: Final = words("doubted doubts doubt doubting questioned questions question questioning")
CONFIRMING: Final = words("confirm verify substantiate corroborate know")
# Verbs that speak only with the word after them: "put the number at", "speak of", "ruled out".
WITH: Final = {
    **dict.fromkeys(("put", "puts", "putting", "arrives", "arrived", "arrive"), "at"),
    **dict.fromkeys(("speak", "speaks", "spoke", "speaking", "talk", "talks", "talked"), "of"),
    **dict.fromkeys(("ruled", "rules", "rule", "ruling"), "out"),
}
WITHIN: Final = 7
CALLING: Final = words("call calls called calling describe describes described branded brands")
# What is called so, or said to be so, is denied.
LIES: Final = words("""
    lie lies fabrication fabrications fabricated false fake fakes rubbish nonsense hoax untrue
    baseless unfounded groundless propaganda disinformation misinformation
""")
# Read as nouns or adjectives after an article, an adjective or a possessive: "the claims".
ALSO_NOUNS: Final = words("""
    claims claim reports report reported estimates estimate estimated states notes note promise
    promises fears doubts doubt questions question dispute disputes disputed alleged puts
    talks talk warning expected suggested rules rule posted saying
""")

DETERMINERS: Final = words(
    "the a an this that these those his her its their our my your some any no all each every both"
)
PREPOSITIONS: Final = words(
    "to of in from by at for on near against about over under between among around after before "
    "into through during without within towards toward across behind"
)
CLAUSE_STARTS: Final = words(
    "but while although though because that whereas where when whether as if ; :"
)
PERSONAL: Final = words("he she")
PRONOUNS: Final = words("he she they it who which")
POSSESSIVES: Final = words("his her its their our my your")
NEGATIONS: Final = words("not never cannot neither nor")
# What may stand between a subject and its verb.
BETWEEN: Final = words("""
    has have had is was were are be been also all both each later already meanwhile again even once
    repeatedly recently yesterday earlier previously publicly often then now today still only just
    simply reportedly openly flatly strongly categorically immediately have did does do
    subsequently initially clearly explicitly further separately nonetheless nevertheless
    will would could can might may should
""")
PASSIVE: Final = words("is was were are be been being")
MODAL: Final = words("would could can might may should")

# Titles and offices; what has a capital after one is a person's name.
TITLES: Final = words("""
    president premier chancellor chief minister secretary spokesman spokeswoman spokesperson analyst
    leader head director general colonel major captain commander admiral lieutenant sergeant
    lt-gen maj-gen brig-gen gen lt col maj capt sgt lt-col mr mrs ms miss dr sir dame lord lady
    professor prof senator sen representative rep congressman congresswoman mp governor gov mayor
    ambassador envoy king queen prince princess pope bishop archbishop rabbi imam judge justice
    attorney prosecutor commissioner chairman chairwoman chair ceo founder economist historian
    scientist researcher expert lawyer author journalist reporter correspondent editor adviser
    advisor officer official tsar coach manager inspector
    superintendent constable detective councillor
""")
# Heads of phrases that speak without a name.
SPEAKERS: Final = words("""
    intelligence officials sources authorities analysts experts spokesmen spokespeople ministers
    diplomats lawmakers politicians commanders officers researchers scientists economists
    investigators prosecutors police government governments ministry military army service services
    agency agencies department council office court commission committee company firm union party
    administration regime parliament congress bank hospital university institute newspaper media
    campaigners activists residents witnesses doctors lawyers critics observers historians
    academics regulators organisers organizers aides advisers advisors
""")
MODIFIERS: Final = words("""
    military intelligence defence defense security foreign senior top local national state official
    health interior finance government police army naval medical independent unnamed anonymous
    regional federal central public legal economic chief prime former deputy vice white-house
""")
PLACED: Final = words("in from at")
JOINTS: Final = words("of de der van von den la le du da di al el bin ibn")
# Capitals at the beginning of a sentence that name nobody.
NO_NAMES: Final = words("""
    a about after all also although among an and another any are as at be because before besides
    both but by can could despite did do does during each either even every file few finally first
    footage for four five from had has have he her here his how however i if image in instead into
    is it its last later like many may maybe meanwhile more moreover most much my nearly never
    next no nobody nor not nothing now of on once one only or other others our out over photo
    please several she should similarly since so some soon still such than that the their then
    there these they this those three though through thus to today two under until up use video
    was we were what when where whether which while who whose why will with within without would
    yes yesterday yet you your just almost according given rather indeed perhaps again against
    between earlier recently
    monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december
""")
ORGANISATIONS: Final = words("""
    ministry council center centre committee agency department party university institute
    corporation company bank court church union association federation commission organisation
    organization foundation directorate office service intelligence project times post news
    group house army forces police kremlin pentagon zone
""")
PLACES: Final = words("""
    north south east west eastern western northern southern united new saudi great european white
    red far middle central indo-pacific asia africa europe america korea states kingdom union
""")
