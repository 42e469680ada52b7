/** What the public sees, in GraphQL. */
@NullMarked
package org.tongke.backend.publication.graphql;

import org.jspecify.annotations.NullMarked;
