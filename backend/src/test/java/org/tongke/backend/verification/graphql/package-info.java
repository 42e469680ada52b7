/** Progress as the API shows it: words, rights, round trips. */
@NullMarked
package org.tongke.backend.verification.graphql;

import org.jspecify.annotations.NullMarked;
