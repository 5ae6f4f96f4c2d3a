-- What decides the outcomes of the merged day, in the order of its rows.
SELECT
    grade, interactive, media, embed, tracking, background, login, shortener, blocked,
    pages, followed, "foreign", octets, bit_count(hosts) AS hosts, bit_count(began) AS slots,
    alone, card, party, "window"
FROM merged
ORDER BY place
