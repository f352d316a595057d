"""The body of a post to HTML, its text, its summary and the pictures it names."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field, replace

from reader.domain import Dialect, PictureRef
from reader.posts.body import html_tree, markdown
from reader.posts.body.converter import to_html
from reader.posts.body.hexo_code import convert_around_code, resolve_around_code
from reader.posts.body.leads import without_proxy
from reader.posts.body.pictures import find_picture
from reader.posts.body.plain_text import Plain, read_html, rough_text, shorten
from reader.posts.body.summary import excerpt_of
from reader.posts.body.vault import text_tags
from reader.posts.front.words import clean_prose
from reader.posts.language import guess_language
from reader.posts.notes import Notes
from reader.posts.sites.site import Site
from reader.posts.tags.raw import shown
from reader.posts.tags.template_tags import resolve_tags
from reader.posts.tags.variables import Values
from reader.problems import ProblemKind

_HTML_EXTENSIONS = (".html", ".htm")
_BLOCK_START = re.compile(
    r"<(?:!doctype|html|div|p|section|article|table|center|figure|blockquote|h[1-6]|ul|ol|dl|pre|font|span|img"
    r"|br|style|main|b|i)\b",
    re.IGNORECASE,
)
_MARKDOWN_SIGN = re.compile(
    r"^(?:#{1,6} |```|~~~|> |[-*+] +\S|\d{1,3}[.)] +\S|\[[^\]\n]+\]: ?\S|!?\[[^\]\n]*\]\(|\|.*\|[ \t]*$"
    r"|[=-]{3,}[ \t]*$)|\*\*[^*\s][^*\n]*\*\*|\]\((?:(?!\]\()\S)+\)",
    re.MULTILINE,
)
#: Signs of Markdown or of a template; a written summary without any is read at once.
_MARKED = re.compile(r"[*`\[{~\\]|(?<!\w)_(?=\S)|^\s{0,3}(?:#|>|[-+]\s|\d+[.)]\s)", re.MULTILINE)
_DIV = re.compile(r"<(/?)div\b", re.IGNORECASE)
#: What was rewritten to so much more of a text is weighed again.
_GROWN = 1.2
#: Beyond this a body is nobody's post; libxml2 itself would take it.
_MOST_HTML = 8_000_000


@dataclass(frozen=True, slots=True)
class Body:
    """A body read. `html` is unsanitised; `page_title` is that of a whole web page.

    `summary` is the beginning of the text, `excerpt` the source of what the author marked to stand for it.
    """

    html: str
    text: str
    summary: str
    heading: str = ""
    page_title: str = ""
    pictures: tuple[PictureRef, ...] = ()
    lang: str = ""
    excerpt: str = ""
    #: Tags in the text itself, as notes of a vault have them.
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the front matter says of the body.

    `literal`: no tags are in it, as `render_with_liquid: false` tells Jekyll. `folder` is where its pictures are, as
    `media_subpath` tells Chirpy. `bare`: there is no front matter; such a `.txt` is no Markdown. Tags print `values`.
    """

    literal: bool = False
    folder: str = ""
    bare: bool = False
    values: Values = field(default_factory=dict)


def read_body(site: Site, path: str, source: str, title: str, notes: Notes, wishes: Wishes) -> Body:
    """Convert a body by the file's extension and what the body looks like; `title` is kept out of the summary."""
    source = source.strip("\n").rstrip()
    if not source.strip():
        return Body("", "", "")
    source = without_proxy(source)
    try:
        tree = _to_tree(site, path, source, notes, wishes)
        html_tree.clean(tree)
    except (html_tree.TooDeep, RecursionError):
        return _rough_body(source, "nested too deeply", notes)
    except (html_tree.ParseError, ValueError) as error:
        return _rough_body(source, str(error) or type(error).__name__, notes)
    plain = read_html(tree.html, title)
    body = _with_pictures(site, path, tree, plain, notes, wishes.folder)
    if site.dialect is Dialect.JEKYLL and plain.first:  # Its lists show the first paragraph.
        body = replace(body, summary=plain.first)
    excerpt = excerpt_of(source)
    tags = text_tags(source) if site.vault else ()
    return replace(body, excerpt=excerpt, tags=tags) if excerpt or tags else body


def as_summary(site: Site, path: str, source: str, title: str) -> str:
    """Return a short text that the author wrote, Markdown or HTML, as plain words on a line."""
    if not _MARKED.search(source):
        return shorten(clean_prose(source))
    try:
        tree = _to_tree(site, path, source, Notes(path), Wishes())
        html_tree.clean(tree)
    except (html_tree.TooDeep, html_tree.ParseError, RecursionError, ValueError):
        return shorten(" ".join(rough_text(source)))
    return read_html(tree.html, title).summary


def _to_tree(site: Site, path: str, source: str, notes: Notes, wishes: Wishes) -> html_tree.Tree:
    extension = path[path.rfind(".") :].lower()
    if extension == ".txt" and wishes.bare and not _is_html(source):
        return html_tree.parse(_paragraphs(source.split("\n\n")))
    module = extension == ".mdx"
    is_html = extension in _HTML_EXTENSIONS or (not module and _is_html(source))
    if site.dialect is Dialect.HEXO and not is_html:
        source = resolve_around_code(source, lambda text: resolve_tags(text, Dialect.HEXO, wishes.values))
    elif not wishes.literal:
        source = resolve_tags(source, site.dialect, wishes.values)
    if is_html:
        if len(source) > _MOST_HTML:
            raise ValueError(f"{len(source)} characters")
        return html_tree.parse(shown(source, str))
    heavy = markdown.too_heavy(source)
    tamed = "" if heavy else markdown.tame(source, site, module=module)
    if len(tamed) > _GROWN * len(source):
        heavy = markdown.too_heavy(tamed)
    if heavy:
        notes.add(ProblemKind.BODY_SHORTENED, heavy)
        return html_tree.parse(_paragraphs(rough_text(shown(source, str))))
    if site.dialect is Dialect.HEXO:
        return html_tree.parse(convert_around_code(tamed, lambda text: to_html(text, Dialect.HEXO, module=module)))
    return html_tree.parse(to_html(tamed, site.dialect, module=module))


def _is_html(source: str) -> bool:
    """Tell a body that is HTML throughout, whose indents are no code blocks, from Markdown with HTML in it."""
    start = source.lstrip()
    if start[:1] != "<" or not source.rstrip().endswith(">") or not _BLOCK_START.match(start):
        return False
    if start[:4].lower() == "<div" and 'markdown="' not in start[:500] and _is_one_element(start):
        return True
    return _MARKDOWN_SIGN.search(source) is None


def _is_one_element(source: str) -> bool:
    """Tell whether the first `<div>` is closed by the last tag of the body."""
    depth = 0
    last = source.rfind("</")
    for found in _DIV.finditer(source):
        depth += -1 if found.group(1) else 1
        if depth == 0:
            return found.start() == last
    return depth > 0 and last >= 0


def _paragraphs(blocks: list[str]) -> str:
    """Write text as paragraphs, its line breaks kept."""
    written = (html.escape(block.strip("\n"), quote=False).replace("\n", "<br>\n") for block in blocks if block.strip())
    return "\n".join(f"<p>{block}</p>" for block in written)


def _rough_body(source: str, reason: str, notes: Notes) -> Body:
    """Keep the text of a body that no parser takes."""
    notes.add(ProblemKind.BODY_SHORTENED, reason)
    lines = rough_text(source)
    text = "\n".join(lines)
    return Body(_paragraphs(lines), text, shorten(" ".join(lines[:40])), lang=guess_language(text))


def _with_pictures(site: Site, path: str, tree: html_tree.Tree, plain: Plain, notes: Notes, folder: str) -> Body:
    pictures: list[PictureRef] = []
    for ref, alt in tree.pictures.items():
        found = find_picture(site, path, ref, folder)
        if found.problem is not None:
            notes.add(found.problem, ref)
        pictures.append(PictureRef(ref, found.local, alt))
    return Body(
        tree.html,
        plain.text,
        plain.summary,
        plain.heading,
        " ".join(tree.page_title.split()),
        tuple(pictures),
        guess_language(plain.text),
    )
