/**
 * How single values are read that suppliers report and schools enter, by the same rules. Pure: knows no Spring, no MongoDB and no
 * clock.
 */
@NullMarked
@NamedInterface("value")
package org.tongke.backend.activity.value;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
