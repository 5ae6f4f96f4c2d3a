"""What in a text lets a stranger in: to the school, to its systems, or to a child or adult who is alone?"""
