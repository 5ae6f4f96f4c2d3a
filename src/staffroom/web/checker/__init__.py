"""Before you post: the page on which somebody checks a draft, on their own device."""
