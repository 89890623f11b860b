"""Who has been named so far: what a surname, an office or a pronoun stands for."""

from dataclasses import dataclass, field, replace
from typing import Final

from claims.suggestions.naming import Mention
from claims.suggestions.vocabulary import PERSONAL

# A pronoun this many paragraphs away from a name could stand for anybody.
_FORGETS_AFTER: Final = 2


@dataclass(slots=True)
class Memory:
    """What a reader keeps in mind from sentence to sentence."""

    full_names: dict[str, str] = field(default_factory=dict)
    holders: dict[str, str] = field(default_factory=dict)
    last: dict[str, tuple[Mention | None, int]] = field(default_factory=dict)

    def known(self, mention: Mention, office: str = "") -> Mention:
        """The mention by the fullest name so far, which it may itself be."""
        if len(mention.names) > 1:
            return mention
        name = mention.names[0]
        if mention.role:
            holder = self.holders.get(name.lower())
            return (
                replace(mention, names=(holder,), words=holder, role=False) if holder else mention
            )
        if " " not in name:
            full = self.full_names.get(name)
            return replace(mention, names=(full,), words=full, is_person=True) if full else mention
        if mention.is_person:
            surname = name.split()[-1]
            # Two people of one name: neither is meant by it alone.
            same = self.full_names.get(surname, name) == name
            self.full_names[surname] = name if same else ""
            # “President” alone could be anybody’s.
            if " " in office:
                self.holders[office.lower()] = name
        return mention

    def subject(self, mention: Mention, paragraph: int) -> None:
        """This is what the sentence is about, so a pronoun may stand for it next."""
        if mention.is_person:
            one = mention if len(mention.names) == 1 else None
            self.last["person"] = one, paragraph
        elif not mention.is_several:
            self.last["thing"] = mention, paragraph
        if mention.is_several:
            self.last["several"] = mention, paragraph

    def meant_by(self, pronoun: str, paragraph: int) -> Mention | None:
        """Whom a pronoun stands for; None where that could be anybody."""
        kind = "person" if pronoun in PERSONAL else "several" if pronoun == "they" else "thing"
        mention, seen = self.last.get(kind, (None, paragraph))
        return mention if paragraph - seen <= _FORGETS_AFTER else None
