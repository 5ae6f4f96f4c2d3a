"""By which words is the answer to a security question given away, or fished for?"""
