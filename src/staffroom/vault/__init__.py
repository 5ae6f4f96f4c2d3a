"""The strong room: keys and signatures, without Django."""
