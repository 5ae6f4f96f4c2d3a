-- How many listed lines a span of days rests on: joined to people in scope, all, and look-ups only.
WITH counted AS (
    SELECT
        attributed,
        grade = 2 AS is_lookup,
        lines
    FROM read_parquet($files)
)
SELECT
    coalesce(sum(lines) FILTER (attributed), 0)::BIGINT AS attributed_lines,
    coalesce(sum(lines), 0)::BIGINT AS all_lines,
    coalesce(sum(lines) FILTER (is_lookup), 0)::BIGINT AS lookup_lines
FROM counted
