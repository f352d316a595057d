"""Lists of articles: ids in their order, their rows, and one article whole."""
