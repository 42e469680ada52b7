/** The register of exchange periods in GraphQL. */
@NullMarked
package org.tongke.backend.register.graphql;

import org.jspecify.annotations.NullMarked;
