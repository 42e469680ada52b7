package org.tongke.backend.community.graphql;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.base.id.NodeFinder;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.community.programme.Milestone;
import org.tongke.backend.community.programme.PrintedCount;
import org.tongke.backend.community.programme.Programme;

/** Programmes in the section "community" of the schema. */
@Controller
class ProgrammeController {
    private static final double PERCENT = 100.0;

    private final Programmes programmes;

    ProgrammeController(Programmes programmes) {
        this.programmes = programmes;
    }

    @QueryMapping
    List<Programme> programmes() {
        return programmes.list();
    }

    @SchemaMapping
    String name(Programme programme, Locale locale) {
        return programme.name().in(locale);
    }

    @SchemaMapping
    LocalDate startsOn(Programme programme) {
        return programme.from();
    }

    @SchemaMapping
    LocalDate endsOn(Programme programme) {
        return programme.to();
    }

    @SchemaMapping
    List<Milestone> milestones(Programme programme) {
        return programme.milestones().stream()
                .sorted(Comparator.comparing(Milestone::dueOn))
                .toList();
    }

    @SchemaMapping
    String task(Milestone milestone, Locale locale) {
        return milestone.what().in(locale);
    }

    @SchemaMapping
    @Nullable
    Double share(Milestone milestone) {
        return milestone.sharePercent() == null ? null : milestone.sharePercent() / PERCENT;
    }

    @SchemaMapping
    String source(Milestone milestone) {
        return milestone.place();
    }

    @SchemaMapping
    PrintedKind kind(PrintedCount count) {
        return switch (count) {
            case PrintedCount.Number _ -> PrintedKind.NUMBER;
            case PrintedCount.Slash _ -> PrintedKind.SLASH;
            case PrintedCount.Blank _ -> PrintedKind.BLANK;
        };
    }

    @SchemaMapping
    @Nullable
    Integer number(PrintedCount count) {
        return count instanceof PrintedCount.Number number ? number.value() : null;
    }

    @SchemaMapping
    String text(PrintedCount count) {
        return count.printed();
    }

    @Bean
    static NodeFinder programmeNodes(Programmes programmes) {
        return NodeFinder.of(Programme.class, (raw, viewer, scope) -> programmes.find(raw));
    }

    /** How a figure is printed. */
    enum PrintedKind {
        NUMBER,
        SLASH,
        BLANK
    }
}
