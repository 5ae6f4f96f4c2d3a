-- The columns of a day of which nothing was kept yet.
SELECT * FROM (
    SELECT
        0::UBIGINT AS who, false AS attributed, '' AS service, 0::INTEGER AS "window", 0::INTEGER AS grade,
        0::INTEGER AS lines,
        0::INTEGER AS interactive, 0::INTEGER AS media, 0::INTEGER AS embed, 0::INTEGER AS tracking,
        0::INTEGER AS background, 0::INTEGER AS login, 0::INTEGER AS shortener, 0::INTEGER AS blocked,
        0::INTEGER AS pages, 0::INTEGER AS followed, 0::INTEGER AS "foreign", 0::BIGINT AS octets,
        0::UBIGINT AS hosts, 0::UINTEGER AS began, 0::UINTEGER AS lasted
) WHERE false
