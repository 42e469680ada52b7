/** Backend, frontend and embedded stores in one process and on one port: the zero-install default. */
@NullMarked
package org.tongke.standalone;

import org.jspecify.annotations.NullMarked;
