package org.tongke.backend.audit;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.FactCollection;
import org.tongke.backend.base.mongo.Keyset;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;

/** The entries of the trail for those who may read them: by the places where the facts lie. */
@Component
public class AuditEntries {
    /** Name of the list for page requests. */
    public static final String LIST = AuditEntryStore.LIST;

    /** How many values order the list. */
    public static final int LIST_KEYS = 2;

    private final AuditEntryStore store;
    private final List<String> kinds;

    AuditEntries(AuditEntryStore store, ObjectProvider<FactCollection> collections) {
        this.store = store;
        kinds = collections.stream().map(FactCollection::name).sorted().toList();
    }

    /** A page of entries, the newest first. */
    public Connection<AuditEntry> list(AuditQuestion asked, PageRequest page, Scope scope) {
        var found = store.list(asked, page.after().map(Keyset.Place::ofInstant), page.limit(), scope);
        return Connection.of(found, page, AuditEntryStore::cursorOf);
    }

    /** Kinds of facts that writes are told of. */
    public List<String> kinds() {
        return kinds;
    }
}
