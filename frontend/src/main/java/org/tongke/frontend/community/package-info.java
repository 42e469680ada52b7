/** Communities as the screens name and find them. */
@NullMarked
package org.tongke.frontend.community;

import org.jspecify.annotations.NullMarked;
