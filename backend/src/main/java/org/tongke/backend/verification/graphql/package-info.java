/** Progress in GraphQL. */
@NullMarked
package org.tongke.backend.verification.graphql;

import org.jspecify.annotations.NullMarked;
