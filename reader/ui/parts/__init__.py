"""Small parts that several rooms use; none of them knows an article."""
