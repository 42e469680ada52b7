package org.tongke.frontend.exchange;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.frontend.client.Backend;
import org.tongke.frontend.client.Question;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.contract.client.BatchesGraphQLQuery;
import org.tongke.frontend.contract.client.BatchesProjectionRoot;
import org.tongke.frontend.contract.client.DiscardQuarantinedGraphQLQuery;
import org.tongke.frontend.contract.client.DiscardQuarantinedProjectionRoot;
import org.tongke.frontend.contract.client.MapNameGraphQLQuery;
import org.tongke.frontend.contract.client.MapNameProjectionRoot;
import org.tongke.frontend.contract.client.NameMappingsGraphQLQuery;
import org.tongke.frontend.contract.client.NameMappingsProjectionRoot;
import org.tongke.frontend.contract.client.NodeGraphQLQuery;
import org.tongke.frontend.contract.client.NodeProjectionRoot;
import org.tongke.frontend.contract.client.QuarantineGraphQLQuery;
import org.tongke.frontend.contract.client.QuarantineProjectionRoot;
import org.tongke.frontend.contract.client.RetryQuarantinedGraphQLQuery;
import org.tongke.frontend.contract.client.RetryQuarantinedProjectionRoot;
import org.tongke.frontend.contract.client.SuppliersGraphQLQuery;
import org.tongke.frontend.contract.client.SuppliersProjectionRoot;
import org.tongke.frontend.contract.client.UnmapNameGraphQLQuery;
import org.tongke.frontend.contract.client.UnmapNameProjectionRoot;
import org.tongke.frontend.contract.types.Batch;
import org.tongke.frontend.contract.types.BatchConnection;
import org.tongke.frontend.contract.types.DiscardQuarantinedInput;
import org.tongke.frontend.contract.types.DiscardQuarantinedPayload;
import org.tongke.frontend.contract.types.ErrorCode;
import org.tongke.frontend.contract.types.MapNameInput;
import org.tongke.frontend.contract.types.MapNamePayload;
import org.tongke.frontend.contract.types.NameMappingConnection;
import org.tongke.frontend.contract.types.NameSuggestion;
import org.tongke.frontend.contract.types.Node;
import org.tongke.frontend.contract.types.QuarantinedRow;
import org.tongke.frontend.contract.types.QuarantinedRowConnection;
import org.tongke.frontend.contract.types.RetryQuarantinedInput;
import org.tongke.frontend.contract.types.RetryQuarantinedPayload;
import org.tongke.frontend.contract.types.RowCounts;
import org.tongke.frontend.contract.types.Supplier;
import org.tongke.frontend.contract.types.UnmapNameInput;
import org.tongke.frontend.contract.types.UnmapNamePayload;

/** Suppliers and what they sent, as the caller may see it. Commands throw {@link RefusedException}. */
@Component
public class Exchange {
    private static final int BATCHES = 10;
    private static final int MAPPINGS = 100;

    private final Backend backend;

    public Exchange(Backend backend) {
        this.backend = backend;
    }

    /** All suppliers that the caller may see, with how they do. */
    List<Supplier> listSuppliers() {
        var wanted = new SuppliersProjectionRoot<>();
        var health = wanted.id()
                .name()
                .health()
                .asOf()
                .lastSuccessAt()
                .lagHalfSeconds()
                .lagMostSeconds()
                .quarantined();
        var counts = health.days().day().batches().counts();
        counts.applied().unchanged().older().quarantined().refused();
        health.waiting().rows().code();
        return backend.list(SuppliersGraphQLQuery.newRequest().build(), wanted, Supplier.class);
    }

    /** What a supplier's page shows under its health. */
    record Desk(QuarantinedRowConnection quarantine, BatchConnection batches, NameMappingConnection mappings) {}

    /**
     * Rows that wait, the last batches and the mappings of a supplier, in one request.
     *
     * @param code what is wrong with the rows; null for anything
     * @param rows how many rows at most, 1 to 100
     */
    Desk getDesk(String supplierId, @Nullable ErrorCode code, int rows) {
        var answer = backend.ask(quarantine(supplierId, code, rows), batches(supplierId), mappings(supplierId));
        return new Desk(
                answer.get("quarantine", QuarantinedRowConnection.class),
                answer.get("batches", BatchConnection.class),
                answer.get("mappings", NameMappingConnection.class));
    }

    private static Question quarantine(String supplierId, @Nullable ErrorCode code, int rows) {
        var wanted = new QuarantineProjectionRoot<>();
        wanted.pageInfo().hasNextPage();
        var row = wanted.edges()
                .node()
                .id()
                .externalId()
                .revision()
                .title()
                .startsAt()
                .payload()
                .fix();
        row.firstSeenAt().lastSeenAt().triedAt();
        row.error().message();
        row.suggestions().name().within().to().label().what();
        var query = QuarantineGraphQLQuery.newRequest().supplierId(supplierId).first(rows);
        return new Question("quarantine", (code == null ? query : query.code(code)).build(), wanted);
    }

    private static Question batches(String supplierId) {
        var wanted = new BatchesProjectionRoot<>();
        var batch = wanted.edges().node().id().isRetry().lastReceivedAt();
        batch.counts().applied().unchanged().older().quarantined().refused();
        var query = BatchesGraphQLQuery.newRequest().supplierId(supplierId).first(BATCHES);
        return new Question("batches", query.build(), wanted);
    }

    private static Question mappings(String supplierId) {
        var wanted = new NameMappingsProjectionRoot<>();
        var mapping = wanted.edges()
                .node()
                .name()
                .within()
                .withinLabel()
                .to()
                .label()
                .mappedAt()
                .mappedBy();
        mapping.what();
        wanted.pageInfo().hasNextPage();
        var query = NameMappingsGraphQLQuery.newRequest().supplierId(supplierId).first(MAPPINGS);
        return new Question("mappings", query.build(), wanted);
    }

    /** A batch with its rows that were not taken; empty if there is none. */
    Optional<Batch> findBatch(String id) {
        var wanted = new NodeProjectionRoot<>();
        wanted.__typename();
        var row = wanted.onBatch().id().refused().index().fix().payload();
        row.error().message();
        return backend.find(NodeGraphQLQuery.newRequest().id(id).build(), wanted, Node.class)
                .filter(Batch.class::isInstance)
                .map(Batch.class::cast);
    }

    /** Tries a row again. */
    RowCounts retry(QuarantinedRow row) {
        return retry(RetryQuarantinedInput.newBuilder().rowId(row.getId()).build())
                .getCounts();
    }

    /** Tries all rows of a supplier again. */
    RetryQuarantinedPayload retryAll(String supplierId) {
        return retry(RetryQuarantinedInput.newBuilder().supplierId(supplierId).build());
    }

    private RetryQuarantinedPayload retry(RetryQuarantinedInput input) {
        var wanted = new RetryQuarantinedProjectionRoot<>();
        wanted.goesOn();
        wanted.counts().applied().unchanged().older().quarantined().refused();
        wanted.errors().path().message().code();
        var command = RetryQuarantinedGraphQLQuery.newRequest().input(input).build();
        var payload = backend.get(command, wanted, RetryQuarantinedPayload.class);
        RefusedException.throwIfAny(payload.getErrors());
        return payload;
    }

    /** Takes a row out of quarantine for good. */
    void discard(QuarantinedRow row, String reason) {
        var wanted = new DiscardQuarantinedProjectionRoot<>();
        wanted.errors().path().message().code();
        var command = DiscardQuarantinedGraphQLQuery.newRequest()
                .input(DiscardQuarantinedInput.newBuilder()
                        .rowId(row.getId())
                        .revision(row.getRevision())
                        .reason(reason)
                        .build())
                .build();
        RefusedException.throwIfAny(
                backend.get(command, wanted, DiscardQuarantinedPayload.class).getErrors());
    }

    /** Says what a name stands for, and tries the rows that wait for it. */
    RowCounts map(String supplierId, NameSuggestion suggestion) {
        var wanted = new MapNameProjectionRoot<>();
        wanted.counts().applied().unchanged().older().quarantined().refused();
        wanted.errors().path().message().code();
        var command = MapNameGraphQLQuery.newRequest()
                .input(MapNameInput.newBuilder()
                        .supplierId(supplierId)
                        .what(suggestion.getWhat())
                        .name(suggestion.getName())
                        .within(suggestion.getWithin())
                        .to(suggestion.getTo())
                        .build())
                .build();
        var payload = backend.get(command, wanted, MapNamePayload.class);
        RefusedException.throwIfAny(payload.getErrors());
        return payload.getCounts();
    }

    /** Takes back what a name stands for. */
    void unmap(UnmapNameInput name) {
        var wanted = new UnmapNameProjectionRoot<>();
        wanted.errors().path().message().code();
        var command = UnmapNameGraphQLQuery.newRequest().input(name).build();
        RefusedException.throwIfAny(
                backend.get(command, wanted, UnmapNamePayload.class).getErrors());
    }
}
