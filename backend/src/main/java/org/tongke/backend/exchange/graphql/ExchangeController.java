package org.tongke.backend.exchange.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.base.error.Answers;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.RequestException;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.error.UserError;
import org.tongke.backend.base.id.NodeFinder;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.exchange.Batches;
import org.tongke.backend.exchange.RowCounts;
import org.tongke.backend.exchange.RowOutcome;
import org.tongke.backend.exchange.Supplier;
import org.tongke.backend.exchange.Suppliers;

/** The section "exchange" of the schema. */
@Controller
class ExchangeController {
    private final Batches batches;
    private final Answers answers;
    private final Texts texts;

    ExchangeController(Batches batches, Answers answers, Texts texts) {
        this.batches = batches;
        this.answers = answers;
        this.texts = texts;
    }

    @MutationMapping
    SyncActivitiesPayload syncActivities(DataFetchingEnvironment field, Viewer viewer, Locale locale) {
        var supplier = viewer.findSupplier().orElseThrow(() -> new RequestException(ErrorCode.FORBIDDEN));
        Map<String, Object> input = Objects.requireNonNull(field.getArgument("input"));
        var batchId = (UUID) Objects.requireNonNull(input.get("batchId"));
        return answers.to(
                () -> batches.sync(supplier, batchId, ReportedRows.of(input), viewer),
                SyncActivitiesPayload::of,
                locale);
    }

    /** Of a batch; the guide for programs says it. */
    @SchemaMapping(typeName = "ApiLimits")
    int batchRows() {
        return Batches.MOST_ROWS;
    }

    @SchemaMapping
    @Nullable
    UserError error(RowOutcome outcome, Locale locale) {
        return outcome.problem() == null ? null : texts.userError(outcome.problem(), locale);
    }

    @SchemaMapping
    @Nullable
    String fix(RowOutcome outcome, Locale locale) {
        return outcome.problem() == null
                ? null
                : texts.get("exchange.fix." + outcome.problem().fix(), locale);
    }

    @Bean
    static NodeFinder supplierNodes(Suppliers suppliers) {
        return NodeFinder.of(Supplier.class, suppliers::find);
    }

    record SyncActivitiesPayload(List<RowOutcome> outcomes, RowCounts counts, List<UserError> errors) {

        static SyncActivitiesPayload of(@Nullable List<RowOutcome> done, List<UserError> errors) {
            var outcomes = done == null ? List.<RowOutcome>of() : done;
            return new SyncActivitiesPayload(outcomes, RowCounts.of(outcomes), errors);
        }
    }
}
