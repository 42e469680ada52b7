package org.tongke.backend.verification.graphql;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.verification.AsOf;
import org.tongke.backend.verification.CommunityProgress;
import org.tongke.backend.verification.deadline.Outlook;
import org.tongke.backend.verification.words.Words;

/** Whether a community will be ready for a date, in the section "verification" of the schema. Everything is there already. */
@Controller
class OutlookController {
    private final Programmes programmes;
    private final Words.Source words;
    private final Clock clock;

    OutlookController(Programmes programmes, Words.Source words, Clock clock) {
        this.programmes = programmes;
        this.words = words;
        this.clock = clock;
    }

    @SchemaMapping(typeName = "CommunityProgress")
    Optional<Outlook> outlook(CommunityProgress progress) {
        var programme = programmes.find(progress.id().programmeId()).orElseThrow();
        var moment = AsOf.of(progress.pastDay(), programme.zone(), clock.instant());
        return Outlook.of(progress.standing(), programme, moment.day());
    }

    @SchemaMapping(typeName = "CommunityOutlook")
    String words(Outlook outlook, Locale locale) {
        return words.in(locale, Map.of()).outlook(outlook);
    }
}
