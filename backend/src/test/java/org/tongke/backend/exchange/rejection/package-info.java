/** Rows and batches that are wrong. */
@NullMarked
package org.tongke.backend.exchange.rejection;

import org.jspecify.annotations.NullMarked;
