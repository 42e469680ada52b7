/** Several suppliers report one lesson: shown as one, apart when somebody says so, and again one. */
@NullMarked
package org.tongke.backend.exchange.twins;

import org.jspecify.annotations.NullMarked;
