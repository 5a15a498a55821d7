"""What is written to whoever or whatever reads a text aloud, and is no word of it: tags of SSML and HTML, `[pause]`."""

from __future__ import annotations

_TAGS = (
    "a|abbr|audio|b|bdi|bdo|big|blockquote|body|br|button|center|cite|code|del|desc|dfn|div|dl|dt|dd|em|emphasis|font|h[1-6]|head|hr|html|i|img"
    "|ins|kbd|lang|lexicon|li|link|mark|meta|metadata|nobr|ol|p|paragraph|phoneme|pre|prosody|q|s|samp|say-as|script|sentence|small|span|speak"
    "|strike|strong|style|sub|sup|table|tbody|td|th|thead|title|token|tr|tt|u|ul|var|voice|w|wbr|break|pause|silence"
)
# "<if any>" and "<company>" are words in brackets; a tag has a name of one, or shows by its stroke, colon or value what it is.
_WITH_A_VALUE = r"[A-Za-z][\w:-]{0,40}(?:\s[^<>=]{0,99})?=[^<>]{0,200}"
_OF_A_KIND = r"[A-Za-z][\w-]{0,40}:[\w-]{1,40}[^<>]{0,200}"
_ALONE = r"[A-Za-z][\w-]{0,40}\s?/"
TAG = rf"<(?:(?:{_TAGS})|{_WITH_A_VALUE}|{_OF_A_KIND}|{_ALONE})\s?/?>|</[A-Za-z][^<>]{{0,300}}>"
COMMENT = r"<!--.{0,300}?-->|<\?[^<>]{0,300}>"
DIRECTION = r"(?:pause|long pause|short pause|beat|break|silence|laughs?|sighs?|smiles?|breath|wait)"
LINK = r"!?\[(?P<words>[^\[\]]{1,200})\]\((?:https?:|/|#|tel:|mailto:|www\.)[^()\s]{0,300}\)"
