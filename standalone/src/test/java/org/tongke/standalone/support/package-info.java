/** The product and a browser for tests. */
@NullMarked
package org.tongke.standalone.support;

import org.jspecify.annotations.NullMarked;
