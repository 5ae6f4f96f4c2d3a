"""Visits: the filter, the intake, the Parquet store and all SQL for visits."""
