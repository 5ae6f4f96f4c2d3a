-- Every window of people in scope in a span of days, with its outcome.
SELECT who, service, "window", outcome
FROM read_parquet($files)
WHERE attributed AND outcome IN ('visit', 'ambiguous')
ORDER BY who, service, "window"
