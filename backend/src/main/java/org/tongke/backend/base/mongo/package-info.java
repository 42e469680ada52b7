/**
 * How rooms write facts to MongoDB: one document, one update, repeatable.
 */
@NullMarked
package org.tongke.backend.base.mongo;

import org.jspecify.annotations.NullMarked;
