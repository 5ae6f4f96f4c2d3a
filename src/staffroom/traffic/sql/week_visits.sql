-- Every five minutes of a visit in a span of days, of people in scope.
SELECT who, service, "window", began, lasted
FROM read_parquet($files)
WHERE attributed AND outcome = 'visit'
ORDER BY who, service, "window"
