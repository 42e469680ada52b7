@NullMarked
package org.tongke.backend.base.bucket;

import org.jspecify.annotations.NullMarked;
