package org.tongke.backend.community.graphql;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.community.roster.FormHead;
import org.tongke.backend.community.roster.Receipt;
import org.tongke.backend.community.roster.Reopening;
import org.tongke.backend.community.roster.RosterChange;
import org.tongke.backend.community.roster.RosterPreview;
import org.tongke.backend.community.roster.RosterRow;
import org.tongke.backend.community.roster.RosterSchool;
import org.tongke.backend.community.roster.RowChange;

/** The parts of rosters and of previews in the section "community" of the schema. */
@Controller
class RosterPartController {
    private final RosterWords words;
    private final Texts texts;

    RosterPartController(RosterWords words, Texts texts) {
        this.words = words;
        this.texts = texts;
    }

    @SchemaMapping
    String modeLabel(RosterRow row, Locale locale) {
        return texts.get("roster.mode." + row.mode(), locale);
    }

    @SchemaMapping
    String schoolId(RosterSchool school) {
        return new GlobalId("School", school.id()).encode();
    }

    @SchemaMapping(typeName = "RosterReceipt")
    int communityCount(Receipt receipt) {
        return receipt.communities();
    }

    @SchemaMapping(typeName = "RosterReceipt")
    int memberCount(Receipt receipt) {
        return receipt.members();
    }

    @SchemaMapping(typeName = "RosterReceipt")
    int pairedCount(Receipt receipt) {
        return receipt.paired();
    }

    @SchemaMapping
    String stageLabel(Reopening wish, Locale locale) {
        return texts.get("roster.stage." + wish.stage(), locale);
    }

    @SchemaMapping
    Instant recordedAt(RosterChange change) {
        return change.at();
    }

    @SchemaMapping
    String by(RosterChange change) {
        return change.by().name();
    }

    @SchemaMapping(field = "words")
    List<String> wordsOf(RosterChange change, Locale locale) {
        return words.changes(change, locale);
    }

    @SchemaMapping(typeName = "RosterRowChange")
    @Nullable
    String sheet(RowChange change) {
        return RosterWords.sheetOf(change.place());
    }

    @SchemaMapping(typeName = "RosterRowChange")
    @Nullable
    Integer row(RowChange change) {
        return RosterWords.rowOf(change.place());
    }

    @SchemaMapping
    int addedCount(RosterPreview preview) {
        return preview.count(RowChange.Kind.ADDED);
    }

    @SchemaMapping
    int changedCount(RosterPreview preview) {
        return preview.count(RowChange.Kind.CHANGED);
    }

    @SchemaMapping
    int droppedCount(RosterPreview preview) {
        return preview.count(RowChange.Kind.DROPPED);
    }

    @SchemaMapping
    int unchangedCount(RosterPreview preview) {
        return preview.count(RowChange.Kind.UNCHANGED);
    }

    @SchemaMapping
    FormHead form(RosterPreview preview) {
        return preview.head();
    }

    @SchemaMapping
    List<RosterWords.Problem> problems(RosterPreview preview, Locale locale) {
        return words.problems(preview.problems(), locale);
    }
}
