/**
 * All that the product keeps, as one file, and back: for the night before something goes wrong, and for a move to other stores. Knows no
 * room: it takes the collections and the bucket as they are.
 */
@NullMarked
package org.tongke.backend.base.backup;

import org.jspecify.annotations.NullMarked;
