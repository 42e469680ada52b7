package org.tongke.backend.exchange.graphql;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.base.error.Answers;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.error.UserError;
import org.tongke.backend.base.id.NodeFinder;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.exchange.NameSuggestion;
import org.tongke.backend.exchange.NameSuggestions;
import org.tongke.backend.exchange.Quarantine;
import org.tongke.backend.exchange.QuarantinedRow;
import org.tongke.backend.exchange.Retry;
import org.tongke.backend.exchange.RowCounts;
import org.tongke.backend.exchange.Supplier;
import org.tongke.backend.exchange.Suppliers;

/** Rows in quarantine. */
@Controller
class QuarantineController {
    private final Quarantine quarantine;
    private final Suppliers suppliers;
    private final NameSuggestions suggestions;
    private final Answers answers;
    private final Texts texts;

    QuarantineController(
            Quarantine quarantine, Suppliers suppliers, NameSuggestions suggestions, Answers answers, Texts texts) {
        this.quarantine = quarantine;
        this.suppliers = suppliers;
        this.suggestions = suggestions;
        this.answers = answers;
        this.texts = texts;
    }

    @QueryMapping
    Connection<QuarantinedRow> quarantine(
            @Argument @Nullable String supplierId,
            @Argument @Nullable ErrorCode code,
            @Argument int first,
            @Argument @Nullable String after,
            Viewer viewer,
            Scope scope) {
        var page = PageRequest.of(Quarantine.LIST, Quarantine.LIST_KEYS, first, after);
        return quarantine.list(RawIds.findSupplier(supplierId), Optional.ofNullable(code), page, viewer, scope);
    }

    @SchemaMapping
    String externalId(QuarantinedRow row) {
        return row.key().externalId();
    }

    @SchemaMapping
    String title(QuarantinedRow row) {
        return row.payload().getString("title").strip();
    }

    @SchemaMapping
    Instant startsAt(QuarantinedRow row) {
        return OffsetDateTime.parse(row.payload().getString("startsAt").strip()).toInstant();
    }

    @SchemaMapping
    String payload(QuarantinedRow row) {
        return RawIds.json(row.payload());
    }

    @SchemaMapping
    UserError error(QuarantinedRow row, Locale locale) {
        return texts.userError(row.problem(), locale);
    }

    @SchemaMapping
    String fix(QuarantinedRow row, Locale locale) {
        return texts.get("exchange.fix." + row.problem().fix(), locale);
    }

    @BatchMapping
    Map<QuarantinedRow, Supplier> supplier(List<QuarantinedRow> rows) {
        return RawIds.each(rows, row -> row.key().supplier(), suppliers);
    }

    @BatchMapping
    Map<QuarantinedRow, List<NameSuggestion>> suggestions(List<QuarantinedRow> rows) {
        return suggestions.findAll(rows);
    }

    @MutationMapping
    RetryQuarantinedPayload retryQuarantined(
            @Argument RetryQuarantinedInput input, Viewer viewer, Scope scope, Locale locale) {
        return answers.to(() -> retry(input, viewer, scope), RetryQuarantinedPayload::of, locale);
    }

    private Retry retry(RetryQuarantinedInput input, Viewer viewer, Scope scope) {
        if (input.rowId() != null) {
            return quarantine.retry(RawIds.row(input.rowId()), viewer, scope);
        }
        if (input.supplierId() == null) {
            throw new RefusedException(Refusal.of(ErrorCode.REQUIRED, List.of("rowId")));
        }
        return quarantine.retryAll(RawIds.supplier(input.supplierId()), viewer, scope);
    }

    @MutationMapping
    DiscardQuarantinedPayload discardQuarantined(
            @Argument DiscardQuarantinedInput input, Viewer viewer, Scope scope, Locale locale) {
        return answers.to(
                () -> quarantine.discard(RawIds.row(input.rowId()), input.revision(), input.reason(), viewer, scope),
                DiscardQuarantinedPayload::new,
                locale);
    }

    @Bean
    static NodeFinder quarantinedRowNodes(Quarantine quarantine) {
        return NodeFinder.of(QuarantinedRow.class, quarantine::find);
    }

    record RetryQuarantinedInput(
            @Nullable String rowId, @Nullable String supplierId) {}

    record RetryQuarantinedPayload(@Nullable RowCounts counts, boolean goesOn, List<UserError> errors) {

        static RetryQuarantinedPayload of(@Nullable Retry retry, List<UserError> errors) {
            return new RetryQuarantinedPayload(
                    retry == null ? null : retry.counts(), retry != null && retry.goesOn(), errors);
        }
    }

    record DiscardQuarantinedInput(String rowId, long revision, String reason) {}

    record DiscardQuarantinedPayload(@Nullable QuarantinedRow row, List<UserError> errors) {}
}
