"""Which folders and files of a site contain no posts, and why."""

from __future__ import annotations

from reader.domain import Dialect
from reader.posts.sites.site import Site

POST_EXTENSIONS = frozenset(
    {".md", ".markdown", ".mkd", ".mkdn", ".mkdown", ".mdown", ".html", ".htm", ".txt", ".mdx", ".rmd", ".qmd", ".lr"}
)
#: Formats people write posts in that are not read here; named, so that nobody wonders where they went.
_OTHER_FORMATS = {
    ".rst": "reStructuredText is not read",
    ".org": "Org mode is not read",
    ".adoc": "AsciiDoc is not read",
    ".asciidoc": "AsciiDoc is not read",
    ".textile": "Textile is not read",
}
_JUNK = {
    "node_modules": "installed packages",
    "bower_components": "installed packages",
    "__pycache__": "compiled programs",
    "__MACOSX": "data of a Mac archive",
    "$RECYCLE.BIN": "deleted files",
    "System Volume Information": "data of the system",
}
#: Folders a generator keeps for itself, by dialect; they count directly below the root or the site's base.
_OWN = {
    Dialect.HEXO: {
        "public": "built pages", "themes": "a theme", "scaffolds": "templates", "_data": "data",
    },
    Dialect.JEKYLL: {
        "_site": "built pages", "_layouts": "templates", "_includes": "templates", "_sass": "styles",
        "_plugins": "programs", "_data": "data", "vendor": "installed packages",
        ".jekyll-cache": "a cache",
    },
    Dialect.HUGO: {
        "public": "built pages", "themes": "a theme", "archetypes": "templates", "layouts": "templates",
        "static": "files that are copied as they are", "resources": "a cache", "data": "data", "i18n": "translations",
        "assets": "styles and programs",
    },
    Dialect.ZOLA: {
        "public": "built pages", "themes": "a theme", "templates": "templates", "sass": "styles",
        "static": "files that are copied as they are", "syntaxes": "programs",
    },
    Dialect.PELICAN: {
        "output": "built pages", "themes": "a theme", "theme": "a theme", "plugins": "programs", "cache": "a cache",
    },
    Dialect.ELEVENTY: {
        "_site": "built pages", "public": "files that are copied as they are", "_includes": "templates",
        "_layouts": "templates", "_data": "data",
    },
    Dialect.NEXT: {
        "public": "files that are copied as they are", "static": "files that are copied as they are",
        "out": "built pages", "build": "built pages", "dist": "built pages",
    },
    Dialect.OBSIDIAN: {},
    Dialect.PLAIN: {"_site": "built pages", "public": "built pages", "_includes": "templates", "_layouts": "templates"},
}  # fmt: skip
#: These are a generator's own wherever they stand.
_ANYWHERE = frozenset({"_layouts", "_includes"})
#: Where no generator makes a project of the folder.
_OF_ONE_S_OWN = frozenset({Dialect.OBSIDIAN, Dialect.PLAIN})
_PROJECT_FILES = frozenset(
    {"readme", "license", "licence", "contributing", "changelog", "code_of_conduct", "security", "authors", "notice"}
)
_TEXT_FILES = frozenset(
    {"robots.txt", "humans.txt", "ads.txt", "llms.txt", "security.txt", "requirements.txt", "cmakelists.txt"}
)


def extension_of(name: str) -> str:
    """Return a name's extension in lower case, with its dot; "" for none."""
    stem, dot, extension = name.rpartition(".")
    return f".{extension.lower()}" if dot and stem else ""


def why_folder_skipped(site: Site, path: str, siblings: set[str]) -> str:
    """Return the reason not to look into a folder, "" when there is none."""
    parent, _, name = path.rpartition("/")
    if name.startswith("."):
        return "a hidden folder"
    if name in _JUNK:
        return _JUNK[name]
    own = _OWN[site.dialect]
    if name in own and (name in _ANYWHERE or _is_site_folder(site, parent, name)):
        return own[name]
    if site.vault and name.lower() in {"templates", "template", "_templates"}:
        return "templates"
    if name.endswith(("_files", ".files")) and siblings & {f"{name[:-6]}.html", f"{name[:-6]}.htm"}:
        return "the parts of a saved page"
    return ""


def _is_site_folder(site: Site, parent: str, name: str) -> bool:
    """Tell a generator's folder from an author's of the same name: `content/resources` holds posts."""
    if name.startswith("_"):
        return parent in {"", site.base}
    whole_site = site.base != "" or site.dialect is Dialect.JEKYLL
    return parent == "" and whole_site and not f"{site.base}/".startswith(f"{name}/")


def why_no_post(site: Site, path: str, extension: str) -> str:
    """Return the reason why a file that looks like a post is none, "" for posts and for files of other kinds."""
    parent, _, name = path.rpartition("/")
    if name.startswith("._"):
        return "a Mac's notes about another file" if extension in POST_EXTENSIONS else ""
    if extension in _OTHER_FORMATS:
        return _OTHER_FORMATS[extension]
    if extension not in POST_EXTENSIONS:
        return ""
    if name.startswith("."):
        return "a hidden file"
    if name.lower() in _TEXT_FILES:
        return "a note for programs"
    if not parent and site.dialect not in _OF_ONE_S_OWN and name.rpartition(".")[0].lower() in _PROJECT_FILES:
        return "a note about the project"
    return ""
