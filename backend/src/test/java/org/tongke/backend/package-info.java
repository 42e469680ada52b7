/** Tests of what holds for the backend as a whole; tests of a room stand in its package. */
@NullMarked
package org.tongke.backend;

import org.jspecify.annotations.NullMarked;
