/** The product as it is deployed: backends and a frontend as processes of their own, behind a proxy, on real stores. */
@NullMarked
package org.tongke.standalone.deployment;

import org.jspecify.annotations.NullMarked;
