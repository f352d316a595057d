"""Texts as search and sorting compare them: normalised, tokenised, Chinese by pronunciation. No SQL."""
