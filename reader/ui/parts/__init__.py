"""Small parts that several packages use; none of them knows an article."""
