"""Which generator made a folder, where its posts lie, and what its own settings say."""
