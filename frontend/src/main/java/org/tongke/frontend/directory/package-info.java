/** Regions as the screens offer them. */
@NullMarked
package org.tongke.frontend.directory;

import org.jspecify.annotations.NullMarked;
