/** Resources in GraphQL. */
@NullMarked
package org.tongke.backend.resource.graphql;

import org.jspecify.annotations.NullMarked;
