/** Rows that wait aside: tried again by themselves and by hand, mapped, discarded. */
@NullMarked
package org.tongke.backend.exchange.waiting;

import org.jspecify.annotations.NullMarked;
