"""What the user did to articles, kept twice: in the database and in a journal that outlives it."""
