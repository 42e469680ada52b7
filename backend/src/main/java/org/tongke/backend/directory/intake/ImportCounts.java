package org.tongke.backend.directory.intake;

/**
 * How many rows of an import there are of each sort.
 *
 * @param add new ones
 * @param change those that say something else
 * @param unchanged those that say what stands
 * @param problem those that cannot be taken
 * @param written those that were entered
 */
public record ImportCounts(int add, int change, int unchanged, int problem, int written) {}
