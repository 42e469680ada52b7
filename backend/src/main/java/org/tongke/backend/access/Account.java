package org.tongke.backend.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
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
 * @param teacherId raw id of the teacher whose account it is; null if it is none's
 */
public record Account(
        String id,
        String name,
        String signInName,
        List<Grant> grants,
        @Nullable String teacherId) implements Node {

    public Account {
        grants = List.copyOf(grants);
    }

    /** The account as the one who asks. */
    public Viewer asViewer() {
        return new Viewer(id, name, grants, teacherId);
    }

    @Override
    public GlobalId globalId() {
        return new GlobalId("Account", id);
    }
}
