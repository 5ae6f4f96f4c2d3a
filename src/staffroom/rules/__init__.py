"""Judgement: functions of values, with the time as an argument."""
