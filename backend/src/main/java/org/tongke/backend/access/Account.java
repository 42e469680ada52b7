package org.tongke.backend.access;

import java.util.List;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.id.Node;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.Viewer;

/**
 * Somebody, or some program, that signs in.
 *
 * @param id raw id
 * @param name name shown to others
 * @param signInName name to sign in with, in lower case
 * @param grants what it may be, and where
 */
public record Account(String id, String name, String signInName, List<Grant> grants) implements Node {

    public Account {
        grants = List.copyOf(grants);
    }

    /** The account as the one who asks. */
    public Viewer asViewer() {
        return new Viewer(id, name, grants);
    }

    @Override
    public GlobalId globalId() {
        return new GlobalId("Account", id);
    }
}
