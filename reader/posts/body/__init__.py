"""The body of a post: Markdown or HTML into clean HTML, its text, its summary and its pictures."""
