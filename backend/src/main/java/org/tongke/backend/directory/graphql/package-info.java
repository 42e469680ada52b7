/**
 * The directory in GraphQL.
 */
@NullMarked
package org.tongke.backend.directory.graphql;

import org.jspecify.annotations.NullMarked;
