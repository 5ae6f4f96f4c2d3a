"""Visits: the filter, the intake, the Parquet store and all SQL for visits."""

import os

# numpy's library for linear algebra, of which nothing is used here, would otherwise start a thread for
# each processor and let them spin: a tenth of a second of every run.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
