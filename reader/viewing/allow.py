"""What a published page may hold: the tags, attributes and addresses that pass the sanitiser."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit


def names(*lines: str) -> frozenset[str]:
    """Return the words of some lines."""
    return frozenset(" ".join(lines).split())


TAGS = names(
    "a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn",
    "dialog div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main mark nav ol",
    "p picture pre q rp rt ruby s samp section small span strike strong sub summary sup table tbody td tfoot th thead",
    "time tr tt u ul var wbr",
)
#: Removed with everything inside.
DROPPED = names(
    "script style svg math template title head select option datalist textarea button noscript noembed noframes xmp",
    "canvas map",
)
#: Start and end are removed before parsing: these change how what is inside them is parsed.
UNWRAPPED = names("form applet marquee frameset frame html body fieldset legend label font nobr")
#: What stands in these nh3 takes away where no `svg` or `math` is around them, as ammonia does with names of SVG and
#: MathML. Components are called so, and types that nobody put into code: `<Card>`, `vector<set>`. No page shows the
#: elements of either, so they go before, too; but not those in which HTML may stand, which would break out.
FOREIGN = names(
    "abs and animate annotation apply approx arccos arg bind bvar card cartesianproduct cbytes ceiling cerror ci",
    "circle cn codomain compose condition conjugate cos cs csymbol curl declare defs degree determinant diff discard",
    "divergence divide domain domainofapplication ellipse emptyset eq equivalent exists exp filter floor fn forall g",
    "gcd geq grad gt ident imaginary in int intersect interval inverse lambda laplacian lcm leq limit line list ln",
    "log logbase lowlimit lt maction marker mask matrix matrixrow max mean median menclose merror metadata mfenced",
    "mfrac min minus mmultiscripts mode moment mover mpadded mpath mphantom mroot mrow mspace msqrt mstyle msub msup",
    "mtable mtd mtr munder neq not notin notsubset or otherwise outerproduct partialdiff path pattern pi piece",
    "piecewise plus polygon polyline power primes product prsubset quotient real reals rect reln rem root sdev sech",
    "selector semantics sep set setdiff share sin stop subset sum switch symbol tan tendsto text times transpose true",
    "tspan union uplimit use variance vector vectorproduct view xor",
)
#: Only known while cards are made from them.
MEDIA = names("iframe video audio embed object source")

ATTRIBUTES: dict[str, set[str]] = {
    "*": {"id", "dir", "lang", "class"},
    "a": {"href", "title", "name"},
    "abbr": {"title"},
    "dfn": {"title"},
    "details": {"open"},
    "img": {"src", "alt", "title", "width", "height", "data-remote"},
    "li": {"value"},
    "ol": {"start", "reversed", "type"},
    "span": {"title", "data-card", "data-url"},
    "td": {"colspan", "rowspan", "align", "style"},
    "th": {"colspan", "rowspan", "align", "style", "scope"},
    "time": {"datetime"},
}
MEDIA_ATTRIBUTES: dict[str, set[str]] = {
    "iframe": {"src", "data-src", "title"},
    "video": {"src", "data-src", "title"},
    "audio": {"src", "data-src", "title"},
    "embed": {"src", "title"},
    "object": {"data", "title"},
    "source": {"src"},
}
#: "image" is ours: the name of a picture in the store; so is "article": the number of one in the library.
SCHEMES = names("http https mailto image article")
CARD_KINDS = names("video audio frame embed")

_CLASSES = re.compile(
    r"(?:language-[\w+#.-]{1,30}|footnotes?|footnote-(?:ref|item|back|backref|return)|reversefootnote|footnotes-list)\Z"
)
_WEB = re.compile(r"https?://[^/\s]", re.I)
_INSIDE = re.compile(r"article:\d{1,18}\Z")
_MAIL = re.compile(r"mailto:[^\s]", re.I)
#: Some mail programs attach the file that such a field of an address names, whosever it is.
_ATTACHES = re.compile(r"[?&;]attach", re.I)
_BLANK = re.compile(r"[\x00-\x20\x7f]+")
_HOST = re.compile(r"[\w.-]{1,253}(?::\d{1,5})?\Z")
_NUMBER = re.compile(r"-?\d{1,6}\Z")
_ALIGN = re.compile(r"(?:\A|.*\btext-align\s*:)\s*(left|right|center)\b", re.I | re.S)
_WORDS = {
    "dir": ("ltr", "rtl", "auto"),
    "scope": ("row", "col", "rowgroup", "colgroup"),
    "type": ("1", "a", "A", "i", "I"),
    "data-card": tuple(CARD_KINDS),
}


def web(url: str) -> str:
    """Return an http or https address, "//host" completed, or "" for any other."""
    url = _BLANK.sub("", url)
    if url.startswith("//"):
        url = "https:" + url
    return url if _WEB.match(url) else ""


def link(url: str) -> str:
    """Return the address that a link may lead to: the web, mail without a file, or a place in the page; else ""."""
    url = _BLANK.sub("", url)
    if _MAIL.match(url):
        return "" if _ATTACHES.search(unquote(url)) else url
    return url if url.startswith("#") else web(url)


def inside(url: str) -> bool:
    """Whether an address of ours leads to an article of the library. Authors' own do not pass the sanitiser."""
    return _INSIDE.match(url) is not None


def host(url: str) -> str:
    """Return the host of a web address without "www.", or ""."""
    try:
        name = urlsplit(web(url)).hostname or ""
    except ValueError:
        return ""
    name = name.removeprefix("www.")
    return name if _HOST.match(name) else ""


def classes(value: str) -> str | None:
    """Return the class names that carry meaning, or None."""
    return " ".join(name for name in value.split() if _CLASSES.match(name)) or None


def plain(name: str, value: str) -> str | None:
    """Return the value of an attribute that is no address, or None when it is not one of its few forms."""
    if name == "class":
        return classes(value)
    if name in ("align", "style"):
        found = _ALIGN.match(value[:1000])
        return found[1].lower() if found else None
    if name in _WORDS:
        return value if value in _WORDS[name] else None
    if name in ("width", "height", "colspan", "rowspan", "start", "value"):
        value = value.strip().removesuffix("px")
        return value if _NUMBER.match(value) else None
    if name == "data-remote":
        return value if _HOST.match(value) else None
    return value[:1000]
