"""
What labels mean on our scale, where they mean the same at every desk; all others are unknown.

Only words that say true, false or a plain step between them, or that context or proof is missing.
A desk's own words (“Pants on fire”, “Four Pinocchios”) and numbers are for editors to place.
"""

import html
import re
import unicodedata
from typing import Final

# A longer label is a sentence, which is in nobody’s table.
LONGEST_KEY: Final = 200

_EDGES: Final = re.compile(r"\A[\W_]+|[\W_]+\Z")

# By rating, then by language; several are the same in more than one.
_WORDS: Final = {
    "true": """
        true, correct, accurate
        verdadeiro, verdadeira, é verdade
        verdadero, verdadera, cierto, es verdad
        vrai, exact, c’est vrai
        wahr, richtig, stimmt
        vero, è vero
        prawda, waar, benar, fakta, doğru, правда, вірно, верно, adevărat, pravda, točno, αληθές
        صحيح, حقيقي, सही, सच, 正確, 正确, 真, 真实, 사실, 正しい
    """,
    "mostly-true": """
        mostly true, mostly correct, mostly accurate
        majoritariamente verdadeiro, quase verdadeiro
        mayormente verdadero, casi verdadero
        plutôt vrai, presque vrai, en grande partie vrai
        größtenteils richtig, weitgehend richtig, überwiegend wahr
        in gran parte vero, quasi vero
        w większości prawda, grotendeels waar, sebagian besar benar, büyük ölçüde doğru
        переважно правда, в основном правда, 대체로 사실, ほぼ正確, 基本正确, 大部分正確
    """,
    "mixed": """
        mixed, mixture, half true, partly true, partially true, partly false, partially false
        parcialmente verdadeiro, parcialmente falso, meia verdade, meio verdadeiro
        parcialmente verdadero, verdad a medias, media verdad
        partiellement vrai, partiellement faux, en partie vrai, en partie faux, à moitié vrai
        teilweise wahr, teilweise richtig, teilweise falsch, teils richtig, halbwahr
        parzialmente vero, parzialmente falso, mezza verità
        częściowa prawda, częściowo prawda, półprawda, gedeeltelijk waar, deels waar
        sebagian benar, kısmen doğru, напівправда, частично правда, полуправда
        صحيح جزئيا, زائف جزئيا, आंशिक रूप से सही, आधा सच, 部分正確, 部分正确, 部分錯誤, 部分错误
        절반의 사실, 一部誤り
    """,
    "mostly-false": """
        mostly false, mostly incorrect, mostly inaccurate
        majoritariamente falso, quase falso
        mayormente falso, casi falso
        plutôt faux, presque faux, en grande partie faux
        größtenteils falsch, weitgehend falsch, überwiegend falsch
        in gran parte falso, quasi falso
        w większości fałsz, grotendeels onwaar, sebagian besar salah, büyük ölçüde yanlış
        переважно неправда, в основном неправда, 대체로 거짓, ほぼ誤り, 大部分錯誤
    """,
    "false": """
        false, fake, incorrect, not true, untrue, wrong, fabricated
        falso, falsa, é falso, mentira, não é verdade
        es falso, bulo
        faux, c’est faux, infondé
        falsch, unwahr, frei erfunden
        è falso
        fałsz, nieprawda, onwaar, salah, hoaks, hoax, yanlış, неправда, фейк, ложь, неверно
        fals, nepravda, netočno, ψευδές, ψεύδος
        زائف, خاطئ, كاذب, غير صحيح, गलत, झूठ, 錯誤, 错误, 假, 虛假, 虚假, 不實, 不实
        거짓, 사실 아님, 誤り, 虚偽
    """,
    "missing-context": """
        missing context, lacks context, needs context, out of context
        sem contexto, falta contexto, fora de contexto
        fuera de contexto, sin contexto
        hors contexte, manque de contexte, contexte manquant
        fehlender kontext, kontext fehlt, aus dem zusammenhang gerissen
        manca il contesto, fuori contesto
        brak kontekstu, wyrwane z kontekstu, context ontbreekt, uit context
        konteks hilang, di luar konteks, bağlamdan koparılmış, без контексту, без контекста
        خارج السياق, سياق مفقود, 缺乏背景, 缺少背景, 脫離背景, 맥락 부족, ミスリード
    """,
    "unproven": """
        unproven, unverified, unsupported, no evidence, not proven, unsubstantiated
        sem provas, não comprovado, sem evidências
        sin pruebas, no probado, sin evidencia
        non prouvé, non vérifié, sans preuve, aucune preuve
        unbelegt, nicht belegt, unbewiesen, keine belege
        non verificato, senza prove, non provato
        brak dowodów, nieudowodnione, onbewezen, niet bewezen, belum terbukti, kanıtlanmamış
        бездоказово, недоведено, не доказано, без доказательств
        غير مثبت, بدون دليل, अप्रमाणित, 未經證實, 未经证实, 無法證實, 근거 없음, 根拠不明
    """,
}


def folded(label: str) -> str:
    """What labels are compared by: small letters, without signs around and underscores between."""
    text = unicodedata.normalize("NFKC", html.unescape(label)).casefold()
    text = text.replace("_", " ").replace("'", "’")
    return _EDGES.sub("", " ".join(text.split()))


def key_of(label: str) -> str:
    """What a label is looked up by in a desk’s own table."""
    return folded(label)[:LONGEST_KEY]


RATING_BY_LABEL: Final = {
    folded(word): rating
    for rating, languages in _WORDS.items()
    for line in languages.split("\n")
    for word in line.split(",")
    if word.strip()
}
