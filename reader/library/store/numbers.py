"""The triggers that maintain the counts of sources and tags; those of categories are in the schema."""

from __future__ import annotations

#: Part of the schema, and of the step that brought it.
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
