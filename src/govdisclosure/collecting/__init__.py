"""Documents collected into a dataset: a Parquet file a year, a row a report, kept up to date.

A row is that of the wide table, with where it comes from and how it was read. Documents that have
not changed since are not read again.
"""

from .dataset import Contents, Dataset
from .documents import READER, Collected, Source, collected

__all__ = ["READER", "Collected", "Contents", "Dataset", "Source", "collected"]
