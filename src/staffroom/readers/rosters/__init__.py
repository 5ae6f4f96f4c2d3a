"""The school as a folder of plain files: people, calendar, devices, purposes, settings."""
