package org.tongke.backend.audit.graphql;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.audit.AuditEntries;
import org.tongke.backend.audit.AuditEntry;
import org.tongke.backend.audit.AuditNames;
import org.tongke.backend.audit.AuditQuestion;
import org.tongke.backend.audit.AuditWords;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;

/** The section "audit" of the schema. */
@Controller
class AuditController {
    private final AuditEntries entries;
    private final AuditWords words;
    private final AuditNames names;
    private final ZoneId zone;

    AuditController(AuditEntries entries, AuditWords words, AuditNames names, ZoneId zone) {
        this.entries = entries;
        this.words = words;
        this.names = names;
        this.zone = zone;
    }

    @QueryMapping
    Connection<AuditEntry> auditEntries(
            @Argument AuditFilter filter, @Argument int first, @Argument @Nullable String after, Scope scope) {
        var page = PageRequest.of(AuditEntries.LIST, AuditEntries.LIST_KEYS, first, after);
        return entries.list(filter.question(zone), page, scope);
    }

    @QueryMapping
    List<AuditKind> auditKinds(Locale locale) {
        return entries.kinds().stream()
                .map(kind -> new AuditKind(kind, words.kind(kind, locale)))
                .toList();
    }

    @SchemaMapping
    String id(AuditEntry auditEntry) {
        return new GlobalId("AuditEntry", auditEntry.id()).encode();
    }

    @SchemaMapping
    String by(AuditEntry auditEntry, Locale locale) {
        return words.by(auditEntry, locale);
    }

    @SchemaMapping
    String byKey(AuditEntry auditEntry) {
        return auditEntry.by().account();
    }

    @SchemaMapping
    String source(AuditEntry auditEntry, Locale locale) {
        return words.source(auditEntry, locale);
    }

    @SchemaMapping
    @Nullable
    String address(AuditEntry auditEntry) {
        return auditEntry.by().address();
    }

    @SchemaMapping
    String kindLabel(AuditEntry auditEntry, Locale locale) {
        return words.kind(auditEntry.kind(), locale);
    }

    @BatchMapping(typeName = "AuditEntry")
    List<Optional<String>> thingLabel(List<AuditEntry> all, @ContextValue Locale locale) {
        var named = names.ofThings(all, locale);
        return all.stream().map(entry -> AuditNames.label(entry, named)).toList();
    }

    @BatchMapping(typeName = "AuditEntry")
    List<List<AuditField>> fields(List<AuditEntry> all, @ContextValue Locale locale) {
        var named = names.inChanges(all, locale);
        return all.stream()
                .map(entry -> entry.fields().stream()
                        .map(change -> words.told(change, named, locale))
                        .map(told -> new AuditField(told.field(), told.before(), told.after()))
                        .toList())
                .toList();
    }

    record AuditFilter(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String by,
            @Nullable String byName,
            @Nullable String kind,
            @Nullable String thing) {
        AuditQuestion question(ZoneId zone) {
            return AuditQuestion.ofDays(from, to, zone, by, byName, kind, thing);
        }
    }

    record AuditKind(String kind, String label) {}

    record AuditField(
            String label, @Nullable String before, @Nullable String after) {}
}
