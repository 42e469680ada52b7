/** Receipts of a push as offices hand them on, as a workbook; who may see them is decided by the same table as of the API. */
@NullMarked
package org.tongke.backend.push.sheet;

import org.jspecify.annotations.NullMarked;
