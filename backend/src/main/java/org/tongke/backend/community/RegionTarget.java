package org.tongke.backend.community;

import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.community.programme.Target;
import org.tongke.backend.directory.Region;

/**
 * A row of annex 1 as the row of a region.
 *
 * @param programme whose annex it is
 * @param region the region
 * @param row the row
 */
public record RegionTarget(Programme programme, Region region, Target row) {}
