"""What in a rewrite shows that an exception, a condition or a restriction is still there."""

from __future__ import annotations

import re

#: What in a rewrite shows that the clause is still there, whatever its words.
_SIGNS: dict[str, str] = {
    "exception": r"sauf|hormis|except|exclu|derogation|moins qu|mais|seul|uniquement|hors |peuvent|peut |pouvez|pas |plus |ni |non |ferm|interdit|autoris|si |reserv|aucun",  # noqa: E501
    "condition": r"si |s'il|s'ils|condition|reserve|quand|lorsqu|des qu|cas |faut|doi[tv]|devez|\?|apres|avec|sans|pour |seul|qui |limite|contre|presentation|alors|mais |accord|dont|ayant|mineur|oblig|sinon|autoris|[^ ]+(?= :)",  # noqa: E501
    "restriction": r"seul|uniqu|exclusiv|n(?:e |')\w+ (?:\w+ )?qu|reserv|strict|limite|(?:pas|aucune?) d?'?(?:e )?autre|autres \w+ ne|si |sauf|doi[tv]|devez|faut|oblig|interdit|condition|pour les |ne pouvez|ne peuvent|ne peut|rien d'autre|maximum|en une|une fois|ferm|quitt|remplac|au lieu|plutot|plus (?:a|dans|sur|sous) ",  # noqa: E501
    "priorite": r"priorit|abord|premier|ensuite|puis|reste|subsidiair|dernier|seulement|apres|avant|complet|urgent|si ",  # noqa: E501
    "consequence": r"defaut|faute|peine|sans |sinon|si |alors|quoi|risqu|amende|manqu|incomplet|pas |\?|dans ce cas|autrement",  # noqa: E501
}  # fmt: skip
SIGN = {kind: re.compile(rf"(?<!\w)(?:{pattern})") for kind, pattern in _SIGNS.items()}
IF = re.compile(
    r"(?<!\w)(?:si |s'ils? |(?<!ni )(?<!sans )condition|reserve|quand |lorsqu|des qu|en cas|il faut|doi[tv]|devez|sinon)|\?"  # noqa: E501
)
ALSO = re.compile(r"(?<!\w)(?:aussi|egalement|y compris|meme|comme|toutes?|tous)(?!\w)")
EXCEPT = re.compile(r"(?<!\w)(?:sauf|hormis|except\w*|hors|mais|seule?s?|ne|n|pas|peu\w+)(?!\w)")
QUESTION = re.compile(r"(?<!\w)(?:si|s'ils?|quand|lorsqu[e']|des qu[e']|en cas)(?!\w)|\?")
