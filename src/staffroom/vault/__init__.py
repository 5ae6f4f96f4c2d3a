"""The strong room: keys, signatures and what is sealed for whom, without Django."""
