package org.tongke.backend.exchange.graphql;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.base.error.Answers;
import org.tongke.backend.base.error.UserError;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.exchange.MappedThing;
import org.tongke.backend.exchange.NameKey;
import org.tongke.backend.exchange.NameLabels;
import org.tongke.backend.exchange.NameMapping;
import org.tongke.backend.exchange.NameMappings;
import org.tongke.backend.exchange.NameSuggestion;
import org.tongke.backend.exchange.Quarantine;
import org.tongke.backend.exchange.RowCounts;
import org.tongke.backend.exchange.Supplier;
import org.tongke.backend.exchange.Suppliers;

/** What suppliers' names stand for. */
@Controller
class NameMappingController {
    private final NameMappings mappings;
    private final Quarantine quarantine;
    private final NameLabels labels;
    private final Suppliers suppliers;
    private final Answers answers;

    NameMappingController(
            NameMappings mappings, Quarantine quarantine, NameLabels labels, Suppliers suppliers, Answers answers) {
        this.mappings = mappings;
        this.quarantine = quarantine;
        this.labels = labels;
        this.suppliers = suppliers;
        this.answers = answers;
    }

    @QueryMapping
    Connection<NameMapping> nameMappings(
            @Argument @Nullable String supplierId,
            @Argument int first,
            @Argument @Nullable String after,
            Viewer viewer,
            Scope scope) {
        var page = PageRequest.of(NameMappings.LIST, NameMappings.LIST_KEYS, first, after);
        return mappings.list(RawIds.findSupplier(supplierId), page, viewer, scope);
    }

    @BatchMapping
    Map<NameMapping, Supplier> supplier(List<NameMapping> found) {
        return RawIds.each(found, mapping -> mapping.key().supplier(), suppliers);
    }

    @BatchMapping
    Map<NameMapping, String> label(List<NameMapping> found, @ContextValue Locale locale) {
        var words = new HashMap<NameMapping, String>();
        labels.findAll(found).forEach((mapping, label) -> words.put(mapping, label.in(locale)));
        return words;
    }

    @SchemaMapping
    MappedThing what(NameMapping mapping) {
        return mapping.key().what();
    }

    @SchemaMapping
    String name(NameMapping mapping) {
        return mapping.key().name();
    }

    @SchemaMapping
    @Nullable
    String within(NameMapping mapping) {
        return mapping.key().within();
    }

    @SchemaMapping
    String to(NameMapping mapping) {
        return to(mapping.key(), mapping.to());
    }

    @SchemaMapping(typeName = "NameSuggestion", field = "what")
    MappedThing whatIsSuggested(NameSuggestion suggestion) {
        return suggestion.key().what();
    }

    @SchemaMapping(typeName = "NameSuggestion", field = "name")
    String nameSuggested(NameSuggestion suggestion) {
        return suggestion.key().name();
    }

    @SchemaMapping(typeName = "NameSuggestion", field = "within")
    @Nullable
    String withinSuggested(NameSuggestion suggestion) {
        return suggestion.key().within();
    }

    @SchemaMapping(typeName = "NameSuggestion", field = "to")
    String toSuggested(NameSuggestion suggestion) {
        return to(suggestion.key(), suggestion.to());
    }

    @SchemaMapping(typeName = "NameSuggestion", field = "label")
    String labelSuggested(NameSuggestion suggestion, Locale locale) {
        return suggestion.label().in(locale);
    }

    private static String to(NameKey key, String to) {
        return key.what() == MappedThing.SCHOOL ? new GlobalId("School", to).encode() : to;
    }

    @MutationMapping
    MapNamePayload mapName(@Argument MapNameInput input, Viewer viewer, Scope scope, Locale locale) {
        return answers.to(() -> quarantine.map(input.key(), input.to(), viewer, scope), MapNamePayload::of, locale);
    }

    @MutationMapping
    UnmapNamePayload unmapName(@Argument UnmapNameInput input, Viewer viewer, Scope scope, Locale locale) {
        return answers.to(
                () -> {
                    mappings.unmap(input.key(), viewer, scope);
                    return input;
                },
                (_, errors) -> new UnmapNamePayload(errors),
                locale);
    }

    record MapNameInput(
            String supplierId,
            MappedThing what,
            String name,
            @Nullable String within,
            String to) {

        NameKey key() {
            return new NameKey(RawIds.supplier(supplierId), what, name, within);
        }
    }

    record MapNamePayload(
            @Nullable NameMapping mapping, @Nullable RowCounts counts, List<UserError> errors) {

        static MapNamePayload of(Quarantine.@Nullable Mapped mapped, List<UserError> errors) {
            return mapped == null
                    ? new MapNamePayload(null, null, errors)
                    : new MapNamePayload(mapped.mapping(), mapped.retry().counts(), errors);
        }
    }

    record UnmapNameInput(
            String supplierId,
            MappedThing what,
            String name,
            @Nullable String within) {

        NameKey key() {
            return new NameKey(RawIds.supplier(supplierId), what, name, within);
        }
    }

    record UnmapNamePayload(List<UserError> errors) {}
}
