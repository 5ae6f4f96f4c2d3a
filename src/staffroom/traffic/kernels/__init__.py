"""Compiled steps: the few loops that see every byte of a log.

Only `traffic.machine` imports these modules, and only when there is no compiled copy on disk yet; each
entry point has a plain twin of equal results in `traffic`, and tests hold the two together.
"""
