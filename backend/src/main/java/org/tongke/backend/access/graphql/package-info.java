/**
 * Sign-in and the viewer in GraphQL, and the guard in front of every field that the table names.
 */
@NullMarked
package org.tongke.backend.access.graphql;

import org.jspecify.annotations.NullMarked;
