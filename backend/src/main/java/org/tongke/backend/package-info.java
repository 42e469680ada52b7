/**
 * The GraphQL API of Tongke, a room for each capability. A room's face is its package; its edge is the sub-package
 * {@code graphql}. Which rooms a room may call stands in its {@code package-info}; a test checks it.
 */
@NullMarked
package org.tongke.backend;

import org.jspecify.annotations.NullMarked;
