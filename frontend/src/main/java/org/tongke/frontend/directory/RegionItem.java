package org.tongke.frontend.directory;

/**
 * A region to choose.
 *
 * @param code division code, as in {@code 330382}
 * @param id its id, for queries
 * @param above division code of the region above; empty for the province
 * @param name its name, as in {@code 乐清市}
 * @param label its name with the name of its city before it, as in {@code 温州市 · 乐清市}
 */
public record RegionItem(String code, String id, String above, String name, String label) {}
