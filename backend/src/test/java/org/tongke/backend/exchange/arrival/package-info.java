/** Rows that arrive for the first time, known and unknown. */
@NullMarked
package org.tongke.backend.exchange.arrival;

import org.jspecify.annotations.NullMarked;
