/**
 * One year's task as the product's data files state it: targets (annex 1), standard (annex 2) and milestones (annex 3).
 * Pure: the files under {@code programme/} go in, records come out. Knows no Spring, no MongoDB and no clock.
 */
@NullMarked
@NamedInterface("programme")
package org.tongke.backend.community.programme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
