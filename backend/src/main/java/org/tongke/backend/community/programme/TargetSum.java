package org.tongke.backend.community.programme;

/**
 * A figure of a printed total beside the sum of its units.
 *
 * @param column which figure
 * @param printed as the notice prints it
 * @param computed sum of the units' printed figures
 */
public record TargetSum(TargetColumn column, PrintedCount printed, int computed) {

    /** Whether the notice prints another figure than the units add up to. */
    public boolean differs() {
        return printed.orZero() != computed;
    }
}
