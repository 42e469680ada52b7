/** Rows and batches that come again, late, or at the same time. */
@NullMarked
package org.tongke.backend.exchange.repeat;

import org.jspecify.annotations.NullMarked;
