package org.tongke.backend.activity.graphql;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.activity.EntryClashes;
import org.tongke.backend.activity.EntryClashes.Clash;
import org.tongke.backend.activity.value.Lengths;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.RequestException;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.who.Scope;

/** What clashes with a plan, in the section "activity" of the schema. */
@Controller
class ClashController {
    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm");

    private final EntryClashes clashes;
    private final Texts texts;
    private final ZoneId zone;

    ClashController(EntryClashes clashes, Texts texts, ZoneId zone) {
        this.clashes = clashes;
        this.texts = texts;
        this.zone = zone;
    }

    @QueryMapping
    List<Clash> entryClashes(@Argument PlanInput plan, Scope scope) {
        return clashes.find(plan.read(), scope);
    }

    @SchemaMapping(typeName = "EntryClash")
    String words(Clash clash, Locale locale) {
        var activity = clash.activity();
        return texts.get(
                "activity.clash",
                locale,
                time(activity),
                activity.title(),
                String.join(texts.get("activity.and", locale), clash.shared()));
    }

    private String time(Activity activity) {
        return TIME_OF_DAY.format(activity.startsAt().atZone(zone))
                + "–"
                + TIME_OF_DAY.format(activity.endsAt().atZone(zone));
    }

    record PlanInput(
            Instant startsAt,
            Instant endsAt,
            List<HandController.SchoolInput> schools,
            @Nullable String className,
            List<HandController.TeacherInput> teachers,
            @Nullable String activityId) {

        EntryClashes.Plan read() {
            if (schools.size() > Lengths.SCHOOLS || teachers.size() > Lengths.TEACHERS) {
                throw new RequestException(ErrorCode.BAD_REQUEST);
            }
            return new EntryClashes.Plan(
                    startsAt,
                    endsAt,
                    className,
                    schools.stream().map(HandController.SchoolInput::form).toList(),
                    teachers.stream().map(HandController.TeacherInput::form).toList(),
                    activityId == null ? null : GlobalId.rawOrNobodys("Activity", activityId));
        }
    }
}
