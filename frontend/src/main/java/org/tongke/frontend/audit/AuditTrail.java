package org.tongke.frontend.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.frontend.client.Backend;
import org.tongke.frontend.contract.client.AuditEntriesGraphQLQuery;
import org.tongke.frontend.contract.client.AuditEntriesProjectionRoot;
import org.tongke.frontend.contract.client.AuditKindsGraphQLQuery;
import org.tongke.frontend.contract.client.AuditKindsProjectionRoot;
import org.tongke.frontend.contract.types.AuditEntryConnection;
import org.tongke.frontend.contract.types.AuditKind;

/** The audit trail as the caller may read it. */
@Component
public class AuditTrail {
    private static final int PAGE = 50;

    private final Backend backend;

    public AuditTrail(Backend backend) {
        this.backend = backend;
    }

    /** A page of entries, 50 at most. */
    AuditEntryConnection list(AuditAddress asked, @Nullable String after) {
        var wanted = new AuditEntriesProjectionRoot<>();
        wanted.pageInfo().hasNextPage().endCursor();
        var entry = wanted.edges()
                .node()
                .recordedAt()
                .by()
                .source()
                .address()
                .kind()
                .kindLabel()
                .thing()
                .thingLabel()
                .revision()
                .lost();
        entry.fields().label().before().after();
        var query = AuditEntriesGraphQLQuery.newRequest().filter(asked.filter()).first(PAGE);
        return backend.get((after == null ? query : query.after(after)).build(), wanted, AuditEntryConnection.class);
    }

    /** Kinds of things. */
    List<AuditKind> listKinds() {
        var wanted = new AuditKindsProjectionRoot<>().kind().label();
        return backend.list(AuditKindsGraphQLQuery.newRequest().build(), wanted, AuditKind.class);
    }
}
