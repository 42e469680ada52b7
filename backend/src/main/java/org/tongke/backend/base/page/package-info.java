/**
 * Connections: pages of a list, with cursors that stay right while rows arrive.
 */
@NullMarked
package org.tongke.backend.base.page;

import org.jspecify.annotations.NullMarked;
