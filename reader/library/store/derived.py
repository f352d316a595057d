"""What the schema derives from other rows: parts of it that the step which brought them has word for word."""

from __future__ import annotations

#: The triggers that maintain the counts of sources and tags; that for categories is in the schema itself.
NUMBERS_OF_SOURCES_AND_TAGS = """
-- A source and a tag count an article once it stands in the list of all, which tells whether it is unread: whichever of
-- the two rows comes last adds it, and whichever goes first takes it off.
CREATE TRIGGER all_listed AFTER INSERT ON shelf WHEN new.category_id = 1 BEGIN
    UPDATE source SET articles = articles + 1, unread = unread + new.unread
        WHERE id = (SELECT source_id FROM article WHERE id = new.article_id);
    UPDATE tag SET articles = articles + 1, unread = unread + new.unread
        WHERE id IN (SELECT tag_id FROM article_tag WHERE article_id = new.article_id);
END;
CREATE TRIGGER all_dropped AFTER DELETE ON shelf WHEN old.category_id = 1 BEGIN
    UPDATE source SET articles = articles - 1, unread = unread - old.unread
        WHERE id = (SELECT source_id FROM article WHERE id = old.article_id);
    UPDATE tag SET articles = articles - 1, unread = unread - old.unread
        WHERE id IN (SELECT tag_id FROM article_tag WHERE article_id = old.article_id);
END;
CREATE TRIGGER article_dropped BEFORE DELETE ON article BEGIN
    UPDATE source SET articles = articles - 1, unread = source.unread - listed.unread
        FROM (SELECT unread FROM shelf WHERE article_id = old.id AND category_id = 1) AS listed
        WHERE id = old.source_id;
END;
CREATE TRIGGER article_moved AFTER UPDATE OF source_id ON article WHEN new.source_id <> old.source_id BEGIN
    UPDATE source SET articles = articles - 1, unread = source.unread - listed.unread
        FROM (SELECT unread FROM shelf WHERE article_id = old.id AND category_id = 1) AS listed
        WHERE id = old.source_id;
    UPDATE source SET articles = articles + 1, unread = source.unread + listed.unread
        FROM (SELECT unread FROM shelf WHERE article_id = new.id AND category_id = 1) AS listed
        WHERE id = new.source_id;
END;
CREATE TRIGGER tag_given AFTER INSERT ON article_tag BEGIN
    UPDATE tag SET articles = articles + 1, unread = tag.unread + listed.unread
        FROM (SELECT unread FROM shelf WHERE article_id = new.article_id AND category_id = 1) AS listed
        WHERE id = new.tag_id;
END;
CREATE TRIGGER tag_taken AFTER DELETE ON article_tag BEGIN
    UPDATE tag SET articles = articles - 1, unread = tag.unread - listed.unread
        FROM (SELECT unread FROM shelf WHERE article_id = old.article_id AND category_id = 1) AS listed
        WHERE id = old.tag_id;
END;
"""

#: Where a title stands among others: null until it was computed, in idle moments or when it is needed. The index holds
#: those that lack it, too.
PLACES_OF_TITLES = """
CREATE TABLE sorting (
    article_id INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    title      TEXT
) STRICT;
CREATE INDEX sorting_title ON sorting (title, article_id DESC);
CREATE TRIGGER article_came AFTER INSERT ON article BEGIN
    INSERT INTO sorting (article_id) VALUES (new.id);
END;
CREATE TRIGGER article_renamed AFTER UPDATE OF title ON article WHEN new.title <> old.title BEGIN
    UPDATE sorting SET title = NULL WHERE article_id = new.id;
END;
"""
