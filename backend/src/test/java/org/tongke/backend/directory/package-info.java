@NullMarked
package org.tongke.backend.directory;

import org.jspecify.annotations.NullMarked;
