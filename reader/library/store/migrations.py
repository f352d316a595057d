"""The steps that migrate an older library to today's schema; none is changed once it was released."""

from __future__ import annotations

from reader.library.store.derived import NUMBERS_OF_SOURCES_AND_TAGS, PLACES_OF_TITLES

# Undoing an import, and sources that are removed, watched, or read with settings of their own. Article ids must not be
# given again once articles can go: AUTOINCREMENT can only be had by making the table anew.
TO_2 = """
ALTER TABLE source ADD COLUMN zone TEXT NOT NULL DEFAULT '';
ALTER TABLE source ADD COLUMN drafts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN watched INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN removed_at INTEGER;

CREATE TABLE article_2 (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    source_id   INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
    published   INTEGER NOT NULL,
    timed       INTEGER NOT NULL,
    title       TEXT NOT NULL,
    summary     TEXT NOT NULL,
    author      TEXT NOT NULL,
    thumbnail   TEXT NOT NULL DEFAULT '',
    gone_at     INTEGER,
    indexed     INTEGER NOT NULL DEFAULT 0,
    identity    INTEGER
) STRICT;
INSERT INTO article_2 SELECT id, source_id, published, timed, title, summary, author, thumbnail, gone_at, indexed, NULL
    FROM article;
DROP TABLE article;
ALTER TABLE article_2 RENAME TO article;
CREATE INDEX article_unindexed ON article (id) WHERE indexed = 0;
CREATE INDEX article_gone ON article (id) WHERE gone_at IS NOT NULL;
CREATE INDEX article_source ON article (source_id, published);
CREATE INDEX article_identity ON article (identity) WHERE identity IS NOT NULL;

ALTER TABLE content ADD COLUMN slug TEXT NOT NULL DEFAULT '';
ALTER TABLE content ADD COLUMN fallback INTEGER NOT NULL DEFAULT 0;
ALTER TABLE file ADD COLUMN fingerprint BLOB NOT NULL DEFAULT x'';
ALTER TABLE file ADD COLUMN categories TEXT;

CREATE TABLE batch (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    source_id   INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
    kind        TEXT NOT NULL,
    began_at    INTEGER NOT NULL,
    finished_at INTEGER,
    counts      TEXT NOT NULL DEFAULT '{}',
    settings    TEXT,
    undone      INTEGER NOT NULL DEFAULT 0,
    swapping    INTEGER NOT NULL DEFAULT 0,
    bytes       INTEGER NOT NULL DEFAULT 0,
    kept        INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX batch_source ON batch (source_id, id);
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
"""

# Pictures from the web, with what the user allowed, and storage that can be given up and had again. The functions are
# those of reader/references.py; database.py lends them to the connection.
TO_3 = """
ALTER TABLE article ADD COLUMN lacks INTEGER NOT NULL DEFAULT 0;
ALTER TABLE picture ADD COLUMN address INTEGER;
UPDATE picture SET address = address_number(ref) WHERE local IS NULL;
UPDATE picture SET ref = short_ref(ref) WHERE local IS NULL AND address IS NULL;
CREATE INDEX picture_embedded ON picture (article_id) WHERE substr(ref, 1, 6) = 'data:#' AND key = '' AND reason = '';
CREATE INDEX picture_address ON picture (address, key) WHERE address IS NOT NULL;
CREATE INDEX picture_key ON picture (key) WHERE key <> '';

ALTER TABLE image ADD COLUMN stored_at INTEGER;
ALTER TABLE image ADD COLUMN remote INTEGER NOT NULL DEFAULT 0;
ALTER TABLE image ADD COLUMN reason TEXT NOT NULL DEFAULT '';
UPDATE image SET stored_at = CAST(strftime('%s', 'now') AS INTEGER);
CREATE INDEX image_evictable ON image (stored_at, bytes) WHERE remote = 1 AND stored_at IS NOT NULL;
CREATE TABLE thumbnail (
    key     TEXT NOT NULL REFERENCES image ON DELETE CASCADE,
    density INTEGER NOT NULL,
    data    BLOB NOT NULL,
    PRIMARY KEY (key, density)
) STRICT;
INSERT INTO thumbnail SELECT key, 2, thumbnail FROM image WHERE thumbnail IS NOT NULL;
ALTER TABLE image DROP COLUMN thumbnail;

CREATE TABLE refusal (
    address  INTEGER PRIMARY KEY,
    reason   TEXT NOT NULL,
    lasting  INTEGER NOT NULL,
    tried_at INTEGER NOT NULL
) STRICT;
CREATE TABLE consent (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    what        TEXT NOT NULL,
    source_id   INTEGER REFERENCES source ON DELETE CASCADE,
    category_id INTEGER NOT NULL DEFAULT 1,
    article_id  INTEGER,
    unread      INTEGER NOT NULL DEFAULT 0,
    bookmarked  INTEGER NOT NULL DEFAULT 0,
    retry       INTEGER NOT NULL DEFAULT 0,
    up_to       INTEGER,
    given_at    INTEGER NOT NULL
) STRICT;
CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

UPDATE article SET lacks = coalesce((SELECT CASE count(stored_at) WHEN count(*) THEN 0 WHEN 0 THEN 2 ELSE 1 END
    FROM picture LEFT JOIN image USING (key) WHERE article_id = article.id), 0);
CREATE INDEX article_lacking ON article (published DESC, id DESC, source_id, lacks) WHERE lacks > 0;
"""

# Search by units of our own: the index is made anew, and fills again by itself. Authors and languages can be asked for.
TO_4 = """
CREATE INDEX article_author ON article (author);
CREATE INDEX content_lang ON content (lang COLLATE NOCASE);
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5 (
    title, body, author, content = '', tokenize = "ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\\]^_`{|}~'"
);
UPDATE article SET indexed = 0;
"""

# Searches are kept as smart folders. A single picture can be allowed. The numbers of each category are kept, not
# counted at every look; those of what search lacks come from an index alone.
TO_5 = """
CREATE TABLE saved_search (
    id    INTEGER PRIMARY KEY AUTOINCREMENT,
    name  TEXT NOT NULL,
    text  TEXT NOT NULL,
    place INTEGER NOT NULL
) STRICT;
ALTER TABLE consent ADD COLUMN address INTEGER;
DROP INDEX article_unindexed;
CREATE INDEX article_unindexed ON article (id, indexed) WHERE indexed = 0;
ALTER TABLE category ADD COLUMN articles INTEGER NOT NULL DEFAULT 0;
ALTER TABLE category ADD COLUMN unread INTEGER NOT NULL DEFAULT 0;
UPDATE category SET
    articles = (SELECT count(*) FROM shelf INDEXED BY shelf_newest WHERE category_id = category.id),
    unread = (SELECT count(*) FROM shelf INDEXED BY shelf_unread WHERE category_id = category.id AND shelf.unread = 1);
CREATE TRIGGER shelf_listed AFTER INSERT ON shelf BEGIN
    UPDATE category SET articles = articles + 1, unread = unread + new.unread WHERE id = new.category_id;
END;
CREATE TRIGGER shelf_dropped AFTER DELETE ON shelf BEGIN
    UPDATE category SET articles = articles - 1, unread = unread - old.unread WHERE id = old.category_id;
END;
"""

# Links between posts. Categories as the user wants them. Sources and tags have kept numbers as well, titles a place.
TO_6 = (
    """
CREATE TABLE link (
    article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    own        INTEGER NOT NULL,
    number     INTEGER NOT NULL,
    PRIMARY KEY (article_id, own, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_number ON link (number, own, article_id);
CREATE TABLE link_host (number INTEGER PRIMARY KEY) STRICT;
INSERT INTO setting SELECT 'links_below', id FROM article ORDER BY id DESC LIMIT 1;
-- Who lists articles counts them, many at once.
DROP TRIGGER shelf_listed;
ALTER TABLE category ADD COLUMN alias TEXT NOT NULL DEFAULT '';
ALTER TABLE category ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;
ALTER TABLE category ADD COLUMN colour TEXT NOT NULL DEFAULT '';
ALTER TABLE category ADD COLUMN place INTEGER;
ALTER TABLE category ADD COLUMN merged_into INTEGER REFERENCES category;
CREATE INDEX category_merged ON category (merged_into) WHERE merged_into IS NOT NULL;
CREATE TABLE misplaced (
    article_id INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE
) STRICT;
ALTER TABLE source ADD COLUMN articles INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN unread INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN site TEXT NOT NULL DEFAULT '';
ALTER TABLE tag ADD COLUMN articles INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tag ADD COLUMN unread INTEGER NOT NULL DEFAULT 0;
CREATE INDEX tag_most ON tag (articles DESC, name);
UPDATE source SET articles = listed, unread = left_unread
    FROM (SELECT source_id, count(*) AS listed, sum(unread) AS left_unread
        FROM article JOIN shelf ON shelf.article_id = article.id AND category_id = 1 GROUP BY source_id)
    WHERE id = source_id;
UPDATE tag SET articles = listed, unread = left_unread
    FROM (SELECT tag_id, count(*) AS listed, sum(unread) AS left_unread
        FROM article_tag JOIN shelf ON shelf.article_id = article_tag.article_id AND category_id = 1 GROUP BY tag_id)
    WHERE id = tag_id;
"""
    + NUMBERS_OF_SOURCES_AND_TAGS
    + PLACES_OF_TITLES
    + "INSERT INTO sorting (article_id) SELECT id FROM article;\n"
)

# The next version's; nobody has it yet, so it may still grow. More forms of a character are the same to a search: the
# index is emptied, with what is known of its authors, and fills again by itself.
TO_7 = """
INSERT INTO search (search) VALUES ('delete-all');
UPDATE article SET indexed = 0;
DELETE FROM setting WHERE name = 'author_characters';
"""
