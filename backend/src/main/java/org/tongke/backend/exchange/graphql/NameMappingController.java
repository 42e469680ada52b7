package org.tongke.backend.exchange.graphql;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
import org.tongke.backend.community.programme.Wording;
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
        return words(found, NameLabels.Called::target, locale);
    }

    @BatchMapping
    Map<NameMapping, String> withinLabel(List<NameMapping> found, @ContextValue Locale locale) {
        return words(found, NameLabels.Called::within, locale);
    }

    private Map<NameMapping, String> words(
            List<NameMapping> found, Function<NameLabels.Called, @Nullable Wording> part, Locale locale) {
        var words = new HashMap<NameMapping, String>();
        labels.findAll(found)
                .forEach((mapping, called) -> Optional.ofNullable(part.apply(called))
                        .ifPresent(label -> words.put(mapping, label.in(locale))));
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
        return within(mapping.key());
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
        return within(suggestion.key());
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
        return switch (key.what()) {
            case SUBJECT, GRADE -> to;
            case SCHOOL -> new GlobalId("School", to).encode();
            case TEACHER -> new GlobalId("Teacher", to).encode();
        };
    }

    private static @Nullable String within(NameKey key) {
        return key.what() == MappedThing.TEACHER && key.within() != null
                ? new GlobalId("School", key.within()).encode()
                : key.within();
    }

    private static NameKey key(String supplierId, MappedThing what, String name, @Nullable String within) {
        return new NameKey(
                RawIds.supplier(supplierId),
                what,
                name,
                what == MappedThing.TEACHER && within != null ? GlobalId.rawOrNobodys("School", within) : within);
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
            return NameMappingController.key(supplierId, what, name, within);
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
            return NameMappingController.key(supplierId, what, name, within);
        }
    }

    record UnmapNamePayload(List<UserError> errors) {}
}
