@NullMarked
package org.tongke.backend.evidence;

import org.jspecify.annotations.NullMarked;
