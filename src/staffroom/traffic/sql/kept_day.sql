-- The evidence kept of a day before; outcomes are judged anew.
SELECT * EXCLUDE (outcome) FROM read_parquet('{path}')
