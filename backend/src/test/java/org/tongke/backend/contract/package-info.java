/** What the contract promises to everybody who asks: how requests are answered, and what an answer costs the database. */
@NullMarked
package org.tongke.backend.contract;

import org.jspecify.annotations.NullMarked;
