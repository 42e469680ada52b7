package org.tongke.backend.exchange;

/**
 * What came of trying rows of the quarantine again.
 *
 * @param counts rows by what became of them; {@code quarantined} are those that still wait
 * @param goesOn whether more rows are tried after the answer
 */
public record Retry(RowCounts counts, boolean goesOn) {}
