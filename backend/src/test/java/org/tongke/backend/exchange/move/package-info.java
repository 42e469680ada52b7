/** Lessons that move to another time or to other schools. */
@NullMarked
package org.tongke.backend.exchange.move;

import org.jspecify.annotations.NullMarked;
