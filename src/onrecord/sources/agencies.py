"""News agencies and outlets that reports credit, by the names and letters that they go by.

To teach another one, add a line: its canonical name and the forms that it is written in. Letters that several bodies share (CNA, NNA)
are left out: a wrong origin is worse than none.
"""

import re
from collections.abc import Iterable

FORMS: dict[str, tuple[str, ...]] = {
    "Agence France-Presse": ("AFP", "Agence France-Presse", "Agence France Presse"),
    "Al Arabiya": ("Al Arabiya", "Al-Arabiya"),
    "Al Jazeera": ("Al Jazeera", "Al-Jazeera", "Aljazeera"),
    "Anadolu Agency": ("Anadolu Agency", "Anadolu"),
    "ANI": ("ANI", "Asian News International"),
    "ANSA": ("ANSA",),
    "Antara": ("Antara", "ANTARA"),
    "Associated Press": ("Associated Press", "AP", "The AP"),
    "Australian Associated Press": ("Australian Associated Press", "AAP"),
    "Axios": ("Axios",),
    "BBC": ("BBC", "BBC News", "British Broadcasting Corporation"),
    "Bernama": ("Bernama",),
    "Bloomberg": ("Bloomberg", "Bloomberg News"),
    "Caixin": ("Caixin",),
    "CBS News": ("CBS News", "CBS"),
    "CCTV": ("CCTV", "China Central Television"),
    "Channel NewsAsia": ("Channel NewsAsia", "Channel News Asia"),
    "China Daily": ("China Daily",),
    "China News Service": ("China News Service",),
    "CNN": ("CNN",),
    "Daily NK": ("Daily NK", "DailyNK"),
    "Deutsche Welle": ("Deutsche Welle", "DW"),
    "Dong-A Ilbo": ("Dong-A Ilbo", "Donga Ilbo"),
    "dpa": ("dpa", "DPA", "Deutsche Presse-Agentur"),
    "EFE": ("EFE",),
    "Financial Times": ("Financial Times",),
    "Fox News": ("Fox News",),
    "France 24": ("France 24", "France24"),
    "Global Times": ("Global Times",),
    "Haaretz": ("Haaretz", "Ha'aretz"),
    "IANS": ("IANS", "Indo-Asian News Service"),
    "Interfax": ("Interfax",),
    "IRNA": ("IRNA",),
    "JoongAng Ilbo": ("JoongAng Ilbo", "JoongAng Daily"),
    "JTBC": ("JTBC",),
    "KBS": ("KBS", "Korean Broadcasting System"),
    "KCNA": ("KCNA", "Korean Central News Agency"),
    "Korea Herald": ("Korea Herald",),
    "Korea Times": ("Korea Times",),
    "Kyodo News": ("Kyodo", "Kyodo News"),
    "Le Monde": ("Le Monde",),
    "Los Angeles Times": ("Los Angeles Times", "LA Times"),
    "MBC": ("MBC",),
    "MENA": ("Middle East News Agency",),
    "Ming Pao": ("Ming Pao",),
    "Mizzima": ("Mizzima",),
    "NBC News": ("NBC News", "NBC"),
    "Newsis": ("Newsis",),
    "New York Times": ("New York Times", "NYT"),
    "NHK": ("NHK",),
    "Nikkei": ("Nikkei", "Nikkei Asia"),
    "NK News": ("NK News",),
    "NPR": ("NPR", "National Public Radio"),
    "Press Association": ("Press Association", "PA Media"),
    "Press Trust of India": ("PTI", "Press Trust of India"),
    "Radio Free Asia": ("Radio Free Asia", "RFA"),
    "Radio Free Europe/Radio Liberty": ("Radio Free Europe/Radio Liberty", "Radio Free Europe", "RFE/RL", "Radio Liberty"),
    "Reuters": ("Reuters", "REUTERS", "Thomson Reuters"),
    "RFI": ("RFI", "Radio France Internationale"),
    "RIA Novosti": ("RIA Novosti", "RIA"),
    "Rodong Sinmun": ("Rodong Sinmun",),
    "SBS": ("SBS",),
    "Sky News": ("Sky News",),
    "South China Morning Post": ("South China Morning Post", "SCMP"),
    "TASS": ("TASS", "ITAR-TASS"),
    "The Chosun Ilbo": ("Chosun Ilbo", "Chosun"),
    "The Guardian": ("The Guardian", "Guardian newspaper"),
    "The Hankyoreh": ("Hankyoreh",),
    "The Times": ("The Times of London",),
    "TRT World": ("TRT World", "TRT"),
    "UN News": ("UN News",),
    "United News of India": ("United News of India",),
    "UPI": ("UPI", "United Press International"),
    "Voice of America": ("Voice of America", "VOA", "VOA News"),
    "WAFA": ("WAFA",),
    "Wall Street Journal": ("Wall Street Journal", "WSJ"),
    "Washington Post": ("Washington Post",),
    "Xinhua": ("Xinhua", "Xinhua News Agency", "XINHUA"),
    "YLE": ("YLE", "Yle"),
    "Yonhap": ("Yonhap", "Yonhap News Agency", "Yonhap News", "YONHAP"),
}  # fmt: skip

CANONICAL = {form: name for name, forms in FORMS.items() for form in (name, *forms)}
"""The canonical name of each form."""

ANY = "|".join(sorted(map(re.escape, CANONICAL), key=len, reverse=True))
"""A pattern for any form, the longest first; letter case counts."""


NEWSY = re.compile(
    r"\b(?:News|Times|Post|Herald|Tribune|Daily|Gazette|Telegraph|Chronicle|Observer|Journal|Mirror|Standard|Press|Media|Online|Today|Watch|TV|Radio|Network|Agency|Wire|Sun|Star|Mail"
    r"|Express|Magazine|Report|Reporter|Review|Weekly|Monitor|Voice|Globe|Guardian|Independent|International|Broadcasting|Digest|Insider|Amnesty|Asia|Africa)\b|[a-z][A-Z]|\.\w"
)  # fmt: skip
"""Words that names of outlets hold, and names written as one word (`AsiaNews`) or as an address."""


def canonical(name: str) -> str | None:
    """The canonical name of an agency or outlet of this list, whatever article or addition it is written with; None for others."""
    plain = re.sub(r"^(?:the|The) | (?:news agency|News Agency|News|agency)$", "", name.strip())
    return CANONICAL.get(name.strip()) or CANONICAL.get(plain)


def forms_of(names: Iterable[str]) -> dict[str, str]:
    """Every form in which these agencies or outlets may be written, with the name it was given for."""
    wanted = set(names)
    return {**{name: name for name in wanted}, **{form: name for form, name in CANONICAL.items() if name in wanted}}
