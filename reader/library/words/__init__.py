"""Texts as what search and order compare: folded, cut into units, Chinese by its sound. No SQL."""
