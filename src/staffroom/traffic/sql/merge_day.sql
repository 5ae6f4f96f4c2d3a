-- What is known of a day: the evidence kept before and the evidence just gathered, a row for each
-- person (or machine), service and window.
CREATE OR REPLACE TEMP TABLE merged AS
WITH evidence AS (
    SELECT * FROM kept
    UNION ALL BY NAME
    SELECT gathered.* EXCLUDE (number), services.service
    FROM gathered JOIN services USING (number)
),
summed AS (
    SELECT
        who, attributed, service, "window",
        max(grade) AS grade,
        sum(lines)::INTEGER AS lines,
        sum(interactive)::INTEGER AS interactive,
        sum(media)::INTEGER AS media,
        sum(embed)::INTEGER AS embed,
        sum(tracking)::INTEGER AS tracking,
        sum(background)::INTEGER AS background,
        sum(login)::INTEGER AS login,
        sum(shortener)::INTEGER AS shortener,
        sum(blocked)::INTEGER AS blocked,
        sum(pages)::INTEGER AS pages,
        sum(followed)::INTEGER AS followed,
        sum("foreign")::INTEGER AS "foreign",
        sum(octets)::BIGINT AS octets,
        bit_or(hosts) AS hosts,
        bit_or(began) AS began,
        bit_or(lasted) AS lasted
    FROM evidence
    GROUP BY who, attributed, service, "window"
)
SELECT
    summed.*,
    coalesce(services.alone, false) AS alone,
    coalesce(services.card, 0) AS card,
    dense_rank() OVER (ORDER BY who, attributed, summed.service) AS party,
    row_number() OVER (ORDER BY who, attributed, summed.service, "window") AS place
FROM summed LEFT JOIN services USING (service)
ORDER BY place
