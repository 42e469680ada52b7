/**
 * Ids: one thing, one name for ever.
 */
@NullMarked
package org.tongke.backend.base.id;

import org.jspecify.annotations.NullMarked;
