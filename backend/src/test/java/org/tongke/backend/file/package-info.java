@NullMarked
package org.tongke.backend.file;

import org.jspecify.annotations.NullMarked;
