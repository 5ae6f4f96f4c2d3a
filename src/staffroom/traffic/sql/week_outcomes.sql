-- How many windows of each service had each outcome, and of how many people in scope.
SELECT service, outcome, count(*) AS windows, count(DISTINCT who) AS people
FROM read_parquet($files)
WHERE attributed
GROUP BY service, outcome
ORDER BY service, outcome
