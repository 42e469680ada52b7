package org.tongke.backend.access;

import org.tongke.backend.base.who.Scope;

/**
 * What a viewer may do at a field.
 *
 * @param allowed whether anything at all
 * @param scope where; nowhere for what belongs to the account itself
 */
public record Permission(boolean allowed, Scope scope) {
    /** Nothing. */
    static final Permission DENIED = new Permission(false, Scope.NOWHERE);

    /** Without limits. */
    static final Permission EVERYWHERE = new Permission(true, Scope.EVERYWHERE);
}
