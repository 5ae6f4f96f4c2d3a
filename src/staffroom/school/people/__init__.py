"""Who is in scope, in which standings and posts, and who is away."""
