-- The day as it is kept: the merged evidence, each row with its outcome.
COPY (
    SELECT merged.* EXCLUDE (alone, card, party, place), outcome_names.outcome
    FROM merged
    JOIN outcomes USING (place)
    JOIN outcome_names USING (outcome_number)
    ORDER BY place
) TO '{path}' (FORMAT parquet, COMPRESSION zstd)
