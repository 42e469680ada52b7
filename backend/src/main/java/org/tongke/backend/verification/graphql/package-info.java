/** Progress in GraphQL. Here, and not in what is stored, are its words. */
@NullMarked
package org.tongke.backend.verification.graphql;

import org.jspecify.annotations.NullMarked;
