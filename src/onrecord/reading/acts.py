"""Which act a cue names: the nearest of the fourteen, by the word that carries the telling and by negation.

The nearest-act rulings (warn is said, show is reported, reject is denied...) are those of the annotation guidelines.
"""

import re
from functools import cache

from onrecord.vocabulary import Act

_VERBS: dict[Act, str] = {
    Act.CONFIRM: "confirm verify corroborate certify affirm reaffirm authenticate",
    Act.DENY: "deny reject dismiss refute rebut repudiate disavow dispute contradict disagree debunk downplay discount",
    Act.URGE: "urge call demand appeal press implore encourage exhort plead recommend advise propose request advocate push lobby",
    Act.ESTIMATE: "estimate project predict forecast reckon calculate",
    Act.ACCUSE: "accuse blame criticise criticize charge allege attack fault chide",
    Act.CONDEMN: "condemn denounce slam decry deplore blast oppose protest lambast lambaste rebuke assail object lament mock",
    Act.ASK: "ask question query inquire enquire wonder seek",
    Act.PROMISE: "promise vow pledge agree commit swear guarantee undertake assure threaten",
    Act.ACKNOWLEDGE: "acknowledge admit concede confess accept",
    Act.REPORT: (
        "report show suggest indicate reveal find document record cite publish disclose quote testify imply demonstrate conclude detail"
    ),
    Act.FEAR: "fear worry dread concern alarm",
    Act.BELIEVE: (
        "believe think consider treat recognise recognize regard expect hope feel doubt know view see suspect assume deem understand want"
    ),
    Act.REFUSE: "refuse decline",
    Act.SAY: (
        "say tell state add note warn announce insist claim describe explain stress write speak continue remark comment declare argue "
        "maintain assert mention point tweet reply respond observe emphasise "
        "emphasize highlight reiterate repeat recall inform remind joke post "
        "talk voice express raise underline underscore contend read discuss answer address echo opine proclaim quip recount signal use"
    ),
}
_NOUNS: dict[str, Act] = {
    "denial": Act.DENY, "rejection": Act.DENY, "dismissal": Act.DENY, "calls": Act.URGE, "plea": Act.URGE, "pleas": Act.URGE,
    "recommendation": Act.URGE, "estimation": Act.ESTIMATE, "projection": Act.ESTIMATE, "prediction": Act.ESTIMATE,
    "accusation": Act.ACCUSE, "accusations": Act.ACCUSE, "allegation": Act.ACCUSE, "allegations": Act.ACCUSE, "criticism": Act.ACCUSE,
    "complaint": Act.ACCUSE, "complaints": Act.ACCUSE, "condemnation": Act.CONDEMN, "opposition": Act.CONDEMN, "objection": Act.CONDEMN,
    "outrage": Act.CONDEMN, "inquiry": Act.ASK, "agreement": Act.PROMISE, "commitment": Act.PROMISE, "assurance": Act.PROMISE,
    "admission": Act.ACKNOWLEDGE, "acknowledgement": Act.ACKNOWLEDGE, "acknowledgment": Act.ACKNOWLEDGE, "confirmation": Act.CONFIRM,
    "finding": Act.REPORT, "findings": Act.REPORT, "evidence": Act.REPORT, "testimony": Act.REPORT,
    "concern": Act.FEAR, "concerns": Act.FEAR,
    "worries": Act.FEAR, "fearful": Act.FEAR, "afraid": Act.FEAR, "belief": Act.BELIEVE, "view": Act.BELIEVE, "views": Act.BELIEVE,
    "assessment": Act.BELIEVE, "opinion": Act.BELIEVE, "convinced": Act.BELIEVE, "position": Act.BELIEVE, "refusal": Act.REFUSE,
}  # fmt: skip
_PHRASES: tuple[tuple[str, Act], ...] = (
    ("according to the assessment", Act.BELIEVE), ("according to", Act.SAY), ("expressed opposition", Act.CONDEMN),
    ("his opposition", Act.CONDEMN), ("her opposition", Act.CONDEMN), ("their opposition", Act.CONDEMN), ("called on", Act.URGE),
    ("called for", Act.URGE), ("calls on", Act.URGE), ("calls for", Act.URGE), ("call on", Act.URGE), ("call for", Act.URGE),
    ("calling on", Act.URGE), ("calling for", Act.URGE), ("asked for", Act.ASK), ("took issue", Act.DENY), ("hit back", Act.DENY),
    ("lashed out", Act.CONDEMN), ("pointed out", Act.SAY), ("pointed to", Act.SAY), ("turned down", Act.REFUSE), ("spoke highly", Act.SAY),
)  # fmt: skip
# These carry no act of their own where a noun follows that does: "expressed concern".
_LIGHT = frozenset(
    ["express", "expresses", "expressed", "expressing", "voice", "voices", "voiced", "voicing", "raise", "raises", "raised", "raising"]
)
# To call somebody something is to describe, which is to say; only "call on" and "call for" urge.
_DESCRIBING = frozenset({"call", "calls", "called", "calling"})
# What turns the verb behind it; "not only said" does not.
_NEGATED_BY = re.compile(
    r"\b(?:not(?! only)|never|n['\u2019]t|cannot|neither|nor|without|yet to|unable to|fail(?:s|ed|ing)? to|stop(?:s|ped|ping)? short of)\b"
)
_NEGATED: dict[Act, Act] = {
    Act.CONFIRM: Act.REFUSE, Act.SAY: Act.REFUSE, Act.BELIEVE: Act.REFUSE, Act.ACKNOWLEDGE: Act.REFUSE, Act.REPORT: Act.REFUSE,
    Act.PROMISE: Act.REFUSE, Act.DENY: Act.REFUSE, Act.REFUSE: Act.SAY, Act.ASK: Act.SAY, Act.ESTIMATE: Act.REFUSE,
}  # fmt: skip
_IRREGULAR = {
    "say": "said says saying", "tell": "told", "write": "wrote written", "speak": "spoke spoken", "think": "thought", "find": "found",
    "feel": "felt", "know": "knew known", "see": "saw seen", "show": "shown", "seek": "sought", "swear": "swore sworn",
    "understand": "understood", "read": "read", "deny": "denied denies", "forecast": "forecast", "undertake": "undertook undertaken",
    "refer": "referred referring", "slam": "slammed slamming", "admit": "admitted admitting", "commit": "committed committing",
    "rebut": "rebutted rebutting", "worry": "worried worries", "imply": "implied implies", "testify": "testified testifies",
    "verify": "verified verifies", "certify": "certified certifies", "reply": "replied replies", "query": "queried queries",
    "plead": "pled", "decry": "decried decries", "quip": "quipped quipping",
}  # fmt: skip


@cache
def _forms() -> dict[str, Act]:
    """Every inflected form of every verb, with its act."""
    table: dict[str, Act] = {}
    for act, verbs in _VERBS.items():
        for verb in verbs.split():
            stem = verb[:-1] if verb.endswith("e") else verb
            going = verb if verb.endswith("ee") else stem
            regular = [verb, f"{verb}s", f"{verb}es", f"{stem}ed", f"{going}ing"]
            for form in regular + _IRREGULAR.get(verb, "").split():
                table.setdefault(form, act)
    return {**_NOUNS, **table}


def find_act(cue: str) -> tuple[Act, str]:
    """The act that the words of `cue` name, and the word that decided it (empty where none is known: then it is said)."""
    plain = " ".join(re.findall(r"n['\u2019]t\b|\w+?(?=n['\u2019]t\b)|\w+", cue.lower()))
    for phrase, act in _PHRASES:
        place = re.search(rf"\b{phrase}\b", plain)
        if place is not None:
            return _turned(plain, place.start(), act, phrase)
    places = list(re.finditer(r"\S+", plain))
    for word in [w for w in places if w[0] not in _LIGHT] + places:
        known = _forms().get(word[0])
        if known is not None:
            return _turned(plain, word.start(), Act.SAY if word[0] in _DESCRIBING else known, word[0])
    return Act.SAY, ""


def _turned(plain: str, at: int, act: Act, word: str) -> tuple[Act, str]:
    """The act, or what it becomes where a negation stands before it."""
    negation = _NEGATED_BY.search(plain[:at])
    return (act, word) if negation is None else (_NEGATED.get(act, act), f"{negation[0]} {word}")
