/** Stored files and upload tickets in GraphQL. */
@NullMarked
package org.tongke.backend.file.graphql;

import org.jspecify.annotations.NullMarked;
