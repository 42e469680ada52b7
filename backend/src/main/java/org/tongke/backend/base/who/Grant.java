package org.tongke.backend.base.who;

import org.jspecify.annotations.Nullable;

/**
 * A role that an account has.
 *
 * @param role what it may be
 * @param place where; null for suppliers, developers and administrators
 * @param supplier raw id of the supplier whose platform it is; null for all other roles
 */
public record Grant(
        Role role, @Nullable PlaceKey place, @Nullable String supplier) {

    public Grant {
        if ((role == Role.SUPPLIER) != (supplier != null)) {
            throw new IllegalArgumentException("a supplier's grant, and no other, names a supplier");
        }
    }

    /** A role at a place. */
    public static Grant at(Role role, PlaceKey place) {
        return new Grant(role, place, null);
    }

    /** The role of a supplier's platform. */
    public static Grant ofSupplier(String supplier) {
        return new Grant(Role.SUPPLIER, null, supplier);
    }

    /** A role that holds everywhere. */
    public static Grant everywhere(Role role) {
        return new Grant(role, null, null);
    }
}
