/** Evidence and uploads in GraphQL. */
@NullMarked
package org.tongke.backend.evidence.graphql;

import org.jspecify.annotations.NullMarked;
