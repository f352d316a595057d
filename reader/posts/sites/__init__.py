"""Which generator made a folder, where its posts are, and what its settings say."""
