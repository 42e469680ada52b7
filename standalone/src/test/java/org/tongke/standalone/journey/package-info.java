/** Both journeys as people make them, in a browser. */
@NullMarked
package org.tongke.standalone.journey;

import org.jspecify.annotations.NullMarked;
