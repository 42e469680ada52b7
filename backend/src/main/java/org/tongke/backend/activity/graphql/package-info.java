/** Activities in GraphQL. */
@NullMarked
package org.tongke.backend.activity.graphql;

import org.jspecify.annotations.NullMarked;
