/** Programmes and communities in GraphQL. */
@NullMarked
package org.tongke.backend.community.graphql;

import org.jspecify.annotations.NullMarked;
