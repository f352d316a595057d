"""The library's schema as one text."""

from __future__ import annotations

from reader.library.store.derived import NUMBERS_OF_SOURCES_AND_TAGS, PLACES_OF_TITLES
from reader.library.store.migrations import TO_2, TO_3, TO_4, TO_5, TO_6, TO_7

#: "BRDS": tells a library from any other SQLite file (PRAGMA application_id).
APPLICATION_ID = 0x42524453

#: Raised by one with every entry in MIGRATIONS (PRAGMA user_version).
VERSION = 7

SCHEMA = (
    """
-- An imported folder or archive. Paths are bytes as the system gives them: they need not be text.
CREATE TABLE source (
    id          INTEGER PRIMARY KEY,
    root        BLOB NOT NULL UNIQUE,
    name        TEXT NOT NULL,
    dialect     TEXT NOT NULL,
    imported_at INTEGER,                    -- seconds since 1970, when an import last finished
    zone        TEXT NOT NULL DEFAULT '',   -- of dates that name none; '' for the site's own, then the computer's
    drafts      INTEGER NOT NULL DEFAULT 0, -- 1 where drafts and hidden posts are wanted
    watched     INTEGER NOT NULL DEFAULT 0, -- 1 where changes of the folder come in by themselves
    removed_at  INTEGER,                    -- when the user removed it; its articles may have stayed
    articles    INTEGER NOT NULL DEFAULT 0, -- how many it has, and how many are unread: kept as those of category
    unread      INTEGER NOT NULL DEFAULT 0,
    site        TEXT NOT NULL DEFAULT ''    -- the host its posts are on, as the site's settings name it
) STRICT;

-- A post as it is listed. Its id never changes and is never given again, also when an import is undone. Only what a
-- row of the list shows stands here, so that a page of rows is a few reads; the body is in content.
CREATE TABLE article (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    source_id   INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
    published   INTEGER NOT NULL,           -- seconds since 1970, UTC
    timed       INTEGER NOT NULL,           -- 0 where the post named a day without an hour
    title       TEXT NOT NULL,
    summary     TEXT NOT NULL,
    author      TEXT NOT NULL,
    thumbnail   TEXT NOT NULL DEFAULT '',   -- key of its lead picture in the image store
    gone_at     INTEGER,                    -- when its file was first missed
    indexed     INTEGER NOT NULL DEFAULT 0, -- 1 once its words are in search
    identity    INTEGER,                    -- hash of title, date and body: files of one identity are one article
    lacks       INTEGER NOT NULL DEFAULT 0  -- of its pictures: 0 none (or it names none), 1 some, 2 all of them
) STRICT;
-- With indexed among its columns it covers, as shelf_unread below.
CREATE INDEX article_unindexed ON article (id, indexed) WHERE indexed = 0;
CREATE INDEX article_gone ON article (id) WHERE gone_at IS NOT NULL;
CREATE INDEX article_source ON article (source_id, published);
CREATE INDEX article_identity ON article (identity) WHERE identity IS NOT NULL;
-- Newest first, as pictures are fetched; with lacks among its columns it covers.
CREATE INDEX article_lacking ON article (published DESC, id DESC, source_id, lacks) WHERE lacks > 0;

-- The rest of a post. body is a zstd frame of the HTML, a NUL and the plain text; metadata is the front matter as JSON.
CREATE TABLE content (
    article_id   INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    body         BLOB NOT NULL,
    date_text    TEXT NOT NULL,
    zone_assumed INTEGER NOT NULL,
    link         TEXT NOT NULL,
    lang         TEXT NOT NULL,
    metadata     TEXT NOT NULL,
    slug         TEXT NOT NULL DEFAULT '',  -- the last part of its address on its site
    fallback     INTEGER NOT NULL DEFAULT 0 -- 1 where the date is only the file's or the robot's clock
) STRICT;

-- Every post file ever read below a source: what tells a changed file from the same one. article_id is null for a
-- file that was refused, whose reasons stand in problem. The same post in several places is several files of one
-- article, which is listed in the categories of them all.
CREATE TABLE file (
    source_id   INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
    path        BLOB NOT NULL,
    size        INTEGER NOT NULL,
    mtime_ns    INTEGER NOT NULL,
    digest      BLOB NOT NULL,
    article_id  INTEGER REFERENCES article ON DELETE CASCADE,
    fingerprint BLOB NOT NULL DEFAULT x'',  -- of what the post says, without what changes at each crawl
    categories  TEXT,                       -- its category paths as JSON, null where an older version read it
    PRIMARY KEY (source_id, path)
) STRICT, WITHOUT ROWID;
CREATE INDEX file_article ON file (article_id);

-- The repairs and refusals of a file's last reading.
CREATE TABLE problem (
    source_id INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
    path      BLOB NOT NULL,
    kind      TEXT NOT NULL,
    detail    TEXT NOT NULL,
    line      INTEGER,
    repaired  INTEGER NOT NULL
) STRICT;
CREATE INDEX problem_file ON problem (source_id, path);

-- What the user did. No import writes here. Ids are not reused, so a mark can never fall to another article.
CREATE TABLE mark (
    article_id    INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    read_at       INTEGER,
    bookmarked_at INTEGER,
    position      INTEGER NOT NULL DEFAULT 0  -- offset of the first visible character when last left
) STRICT;
CREATE INDEX mark_bookmarked ON mark (bookmarked_at DESC, article_id DESC) WHERE bookmarked_at IS NOT NULL;

-- The tree. Row 1 is the root, which holds every article; row 2 holds those that name no category. The numbers are of
-- its rows in shelf, kept true by the trigger there, shelving.py and marks.py: counting a million takes a second. A
-- category is known by what posts call it; from alias on it is as the user wants it, which no import changes.
CREATE TABLE category (
    id          INTEGER PRIMARY KEY,
    parent_id   INTEGER REFERENCES category,
    name        TEXT NOT NULL,
    articles    INTEGER NOT NULL DEFAULT 0,
    unread      INTEGER NOT NULL DEFAULT 0,
    alias       TEXT NOT NULL DEFAULT '',   -- the name that is shown in place of its own
    hidden      INTEGER NOT NULL DEFAULT 0, -- 1 where the sidebar leaves it out, with those below it
    colour      TEXT NOT NULL DEFAULT '',   -- one of categories.COLOURS, '' for none
    place       INTEGER,                    -- among its siblings; those without one follow by name
    merged_into INTEGER REFERENCES category, -- what it would list is listed there instead
    UNIQUE (parent_id, name)
) STRICT;
CREATE INDEX category_merged ON category (merged_into) WHERE merged_into IS NOT NULL;
INSERT INTO category (id, parent_id, name) VALUES (1, NULL, ''), (2, 1, '');

-- Which articles a category lists, those of the categories below it included. All of a row but `direct` is derived
-- (article.published, mark.read_at), so that each list and each count is one range of one covering index. It is kept
-- true by marks.py and shelving.py, a whole set at a time: triggers cost a quarter more for 50,000 marks.
CREATE TABLE shelf (
    article_id  INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    category_id INTEGER NOT NULL REFERENCES category,
    published   INTEGER NOT NULL,
    unread      INTEGER NOT NULL,
    direct      INTEGER NOT NULL,           -- 1 where the post itself names the category
    PRIMARY KEY (article_id, category_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX shelf_newest ON shelf (category_id, published DESC, article_id DESC);
-- With unread among its columns the index covers: SQLite does not take it from the condition.
CREATE INDEX shelf_unread ON shelf (category_id, published DESC, article_id DESC, unread) WHERE unread = 1;
-- Rows go a few at a time, also with their article. Imports list many at once and marks change many: shelving.py and
-- marks.py count what they do.
CREATE TRIGGER shelf_dropped AFTER DELETE ON shelf BEGIN
    UPDATE category SET articles = articles - 1, unread = unread - old.unread WHERE id = old.category_id;
END;
-- Articles that are to be listed anew, since a category was merged or is no longer: done in short steps.
CREATE TABLE misplaced (
    article_id INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE
) STRICT;

CREATE TABLE tag (
    id       INTEGER PRIMARY KEY,
    name     TEXT NOT NULL UNIQUE,
    articles INTEGER NOT NULL DEFAULT 0,    -- kept as those of category
    unread   INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX tag_most ON tag (articles DESC, name);
CREATE TABLE article_tag (
    article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    tag_id     INTEGER NOT NULL REFERENCES tag,
    PRIMARY KEY (article_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_tag_by_tag ON article_tag (tag_id, article_id);
"""
    + (NUMBERS_OF_SOURCES_AND_TAGS + PLACES_OF_TITLES)
    + """
-- The pictures a post names, in order; position -1 is its lead. `local` is the file inside the source, if any, and
-- `address` the hash of an address on the web (references.py); an embedded picture has a short ref instead of its data.
-- `key` opens the copy; `reason` says why there is none, and keeps the copying from being tried for ever.
CREATE TABLE picture (
    article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    ref        TEXT NOT NULL,
    alt        TEXT NOT NULL,
    local      BLOB,
    key        TEXT NOT NULL DEFAULT '',
    reason     TEXT NOT NULL DEFAULT '',
    address    INTEGER,
    PRIMARY KEY (article_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX picture_waiting ON picture (local) WHERE local IS NOT NULL AND key = '' AND reason = '';
CREATE INDEX picture_failed ON picture (article_id) WHERE local IS NOT NULL AND key = '' AND reason <> '';
CREATE INDEX picture_embedded ON picture (article_id) WHERE substr(ref, 1, 6) = 'data:#' AND key = '' AND reason = '';
CREATE INDEX picture_address ON picture (address, key) WHERE address IS NOT NULL;
CREATE INDEX picture_key ON picture (key) WHERE key <> '';

-- Pictures the library has or had. Where stored_at is set, the file is in the pictures folder, named by its key; else
-- `reason` says why it is not: 'thumbnail' (no more was wanted), 'evicted', 'cleared' or 'damaged'.
CREATE TABLE image (
    key       TEXT PRIMARY KEY,
    width     INTEGER NOT NULL,
    height    INTEGER NOT NULL,
    bytes     INTEGER NOT NULL,
    stored_at INTEGER,                      -- seconds since 1970
    remote    INTEGER NOT NULL DEFAULT 0,   -- 1 where it came from the web and can be had again
    reason    TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX image_evictable ON image (stored_at, bytes) WHERE remote = 1 AND stored_at IS NOT NULL;

-- Small copies, JPEG, of 76x57 pixels times the density. A table of its own: rows of image stay short.
CREATE TABLE thumbnail (
    key     TEXT NOT NULL REFERENCES image ON DELETE CASCADE,
    density INTEGER NOT NULL,
    data    BLOB NOT NULL,
    PRIMARY KEY (key, density)
) STRICT;

-- Addresses on the web that gave no picture: by picture.address, why, and when. One that is lasting is asked again
-- only when the user says so.
CREATE TABLE refusal (
    address  INTEGER PRIMARY KEY,
    reason   TEXT NOT NULL,
    lasting  INTEGER NOT NULL,
    tried_at INTEGER NOT NULL
) STRICT;

-- What the user allowed to be fetched; without a row here nothing is. Where up_to is null it is for always, and one row
-- for each source, or for all of them. Else it is for once: for the articles up to that id, and the row goes when done.
CREATE TABLE consent (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    what        TEXT NOT NULL,              -- nothing, thumbnails, bookmarked, all
    source_id   INTEGER REFERENCES source ON DELETE CASCADE,
    category_id INTEGER NOT NULL DEFAULT 1,
    article_id  INTEGER,                    -- this one alone
    unread      INTEGER NOT NULL DEFAULT 0,
    bookmarked  INTEGER NOT NULL DEFAULT 0,
    retry       INTEGER NOT NULL DEFAULT 0, -- 1 where what failed for good is to be tried again
    up_to       INTEGER,
    given_at    INTEGER NOT NULL,
    address     INTEGER                     -- this picture alone, by picture.address
) STRICT;

-- What holds for the library whatever program opens it: what the user set, such as 'offline', and how far it was
-- brought up to date, such as 'links_below'.
CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The searches that the user keeps as smart folders, in the order of their places. text is what would be typed.
CREATE TABLE saved_search (
    id    INTEGER PRIMARY KEY AUTOINCREMENT,
    name  TEXT NOT NULL,
    text  TEXT NOT NULL,
    place INTEGER NOT NULL
) STRICT;

-- What an import did, as one thing that can be undone; also the removal of a source.
CREATE TABLE batch (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    source_id   INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
    kind        TEXT NOT NULL,
    began_at    INTEGER NOT NULL,
    finished_at INTEGER,                    -- null where it was interrupted
    counts      TEXT NOT NULL DEFAULT '{}', -- how many files of each outcome, as JSON
    settings    TEXT,                       -- the source's own columns as they were before
    undone      INTEGER NOT NULL DEFAULT 0,
    swapping    INTEGER NOT NULL DEFAULT 0, -- 1 while it is being undone or done again
    bytes       INTEGER NOT NULL DEFAULT 0, -- of what is kept to undo it
    kept        INTEGER NOT NULL DEFAULT 1  -- 0 once that was dropped for its size or age
) STRICT;
CREATE INDEX batch_source ON batch (source_id, id);

-- A file in a batch. Of the rows of one article the first keeps what there was before: a snapshot (see snapshots.py),
-- null for nothing. Once the row is undone, it is what the batch had made instead.
CREATE TABLE change (
    id         INTEGER PRIMARY KEY,
    batch_id   INTEGER NOT NULL REFERENCES batch ON DELETE CASCADE,
    path       BLOB NOT NULL,
    outcome    TEXT NOT NULL,
    article_id INTEGER,
    keeps      INTEGER NOT NULL,
    before     BLOB,
    undone     INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX change_batch ON change (batch_id);

-- What an article may be called in the links of others (own = 1), and what its own links name (0), as numbers of 32
-- bits (link_names.py). Derived from content and file, and filled with search; what is found is looked at once more.
CREATE TABLE link (
    article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    own        INTEGER NOT NULL,
    number     INTEGER NOT NULL,
    PRIMARY KEY (article_id, own, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_number ON link (number, own, article_id);
-- The hosts that articles come from: links to any other are not noted.
CREATE TABLE link_host (number INTEGER PRIMARY KEY) STRICT;

CREATE INDEX article_author ON article (author);
CREATE INDEX content_lang ON content (lang COLLATE NOCASE);

-- Units of text (tokens.py) to articles. Contentless: article and content hold what was indexed, and it is given back
-- when a row must go. The tokenizer splits at blanks and does nothing else.
CREATE VIRTUAL TABLE search USING fts5 (
    title, body, author, content = '', tokenize = "ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\\]^_`{|}~'"
);
"""
)

#: MIGRATIONS[n] brings version n + 1 to n + 2, in one transaction, after a copy was made. Foreign keys are off
#: meanwhile and checked afterwards, so that a table can be made anew.
MIGRATIONS: tuple[str, ...] = (TO_2, TO_3, TO_4, TO_5, TO_6, TO_7)
