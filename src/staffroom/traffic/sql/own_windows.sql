-- Every row of one code in a span of days of one period: what is held on one person.
SELECT
    service, "window", grade, interactive, media, embed, tracking, background, login, shortener, blocked,
    lines, octets, hosts, began, lasted, pages, followed, "foreign", outcome
FROM read_parquet($files)
WHERE attributed AND who = $who
ORDER BY service, "window"
