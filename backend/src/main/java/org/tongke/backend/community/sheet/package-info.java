/** Targets as offices hand them on, as a workbook or a page for A4; who may see them is decided by the same table as of the API. */
@NullMarked
package org.tongke.backend.community.sheet;

import org.jspecify.annotations.NullMarked;
