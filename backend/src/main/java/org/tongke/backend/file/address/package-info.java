/**
 * Lasting addresses of files, for browsers: each view checks the caller's rights, is noted, and leads on to an address of the bucket that is
 * good for a minute or two.
 */
@NullMarked
package org.tongke.backend.file.address;

import org.jspecify.annotations.NullMarked;
