/** The embedded servers as real clients see them. */
@NullMarked
package org.tongke.embedded;

import org.jspecify.annotations.NullMarked;
