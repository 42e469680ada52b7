/**
 * Chinese as people write and type it: names made comparable, their order, and the tokens by which names and texts are found.
 */
@NullMarked
package org.tongke.backend.base.text;

import org.jspecify.annotations.NullMarked;
