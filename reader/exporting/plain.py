"""A piece as plain text, and in the forms that are pasted elsewhere: text, Markdown, a quotation, an e-mail."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from reader.exporting.markdown import markdown, picture
from reader.exporting.markdown_inlines import destination, escaped
from reader.exporting.markup import address
from reader.exporting.piece import Piece, is_stored, line, writable
from reader.viewing import blocks as b

#: Mail programs are started with a command, which some systems end at 2,000 characters.
_LONGEST_COMMAND, _LONGEST_SUBJECT = 2000, 200


def plain_text(piece: Piece) -> str:
    """Return title, byline and address, and the text below: paragraphs apart by an empty line."""
    head = "\n".join(filter(None, (piece.title, piece.byline, piece.link)))
    return f"{head}\n\n{body_text(piece)}\n"


def body_text(piece: Piece) -> str:
    """Return the text alone."""
    return writable(b.plain_text(piece.blocks)).replace("\r\n", "\n").strip("\n")


def markdown_to_paste(piece: Piece) -> str:
    """Return the article as Markdown with a heading and its source; pictures lie where they are on the web."""

    def write(shown: b.Picture) -> str:
        return picture(shown, piece.addresses.get(shown.key, "") if is_stored(shown) else "", piece)

    byline = escaped(piece.byline, in_link=True)
    told = f"[{byline}]({destination(piece.link)})" if piece.link else byline
    return f"# {escaped(piece.title)}\n\n{told}\n\n{markdown(piece, write)}"


def quotation(piece: Piece, passage: str = "") -> str:
    """Return a passage, or the beginning of the text, as a quotation with its source: plain text, and Markdown."""
    text = writable(passage).strip() or _beginning(piece)
    lines = [f"> {each}".rstrip() for each in text.split("\n")]
    source = f"— {piece.title} · {piece.byline}"
    return "\n".join([*lines, ">", *filter(None, (f"> {source}", f"> {piece.link}" if piece.link else ""))]) + "\n"


def _beginning(piece: Piece) -> str:
    paragraphs = (block for block in b.walk(piece.blocks) if isinstance(block, b.Paragraph))
    texts = (line(b.run_text(block.inlines)) for block in paragraphs)
    return next(filter(None, texts), piece.title)


def mail(pieces: Sequence[Piece]) -> str:
    """Return the mailto address of a new mail that names articles and where they are, and holds nothing else.

    "" where they are too many for one address.
    """
    subject = pieces[0].title[:_LONGEST_SUBJECT]
    if len(pieces) == 1:
        body = address(pieces[0].link) or ""
    else:
        subject = f"{subject} (+{len(pieces) - 1})"
        body = "\n\n".join("\n".join(filter(None, (piece.title, address(piece.link)))) for piece in pieces)
    fields = [f"subject={quote(subject, safe='')}"]
    if body:
        fields.append(f"body={quote(body, safe='')}")
    made = f"mailto:?{'&'.join(fields)}"
    return made if len(pieces) == 1 or len(made) < _LONGEST_COMMAND else ""
