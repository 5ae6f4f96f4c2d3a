"""The post: how a message leaves the school's machine."""
