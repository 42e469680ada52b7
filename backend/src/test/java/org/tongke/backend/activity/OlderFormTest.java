package org.tongke.backend.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.exchange.Row.lesson;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.exchange.Platform;
import org.tongke.backend.exchange.Scene;
import org.tongke.backend.support.BackendTest;

/** An activity that an older version of the product stored. */
@BackendTest
class OlderFormTest {
    private final MongoCollection<Document> activities;
    private final ActivityForms forms;
    private final Platform platform;
    private final Bson isIt;

    OlderFormTest(ApplicationContext application) {
        forms = application.getBean(ActivityForms.class);
        activities = application.getBean(MongoDatabase.class).getCollection(ActivityStore.COLLECTION);
        platform = Scene.in(application).platform("云课");
        isIt = Filters.eq("_id", platform.key("L1").id());
        platform.sends(lesson("L1").with("className", "五年级2班"));
    }

    @Test
    void isDerivedAnewAndStaysWhatItIs() {
        var written = stored();
        putIntoFirstForm();
        forms.run();
        forms.run();
        assertThat(without(stored())).isEqualTo(without(written));
        assertThat(platform.sends(lesson("L1").with("className", "五年级2班"))).isEqualTo("0 L1 UNCHANGED");
        assertThat(platform.get("L1").gradeCode()).isEqualTo("G5");
    }

    @Test
    void isReadAndWrittenAsItStands() {
        putIntoFirstForm();
        assertThat(platform.get("L1").materials()).isEmpty();
        assertThat(platform.sends(lesson("L1").revision(2).title("新"))).isEqualTo("0 L1 APPLIED");
        assertThat(stored().getInteger("form")).isEqualTo(ActivityDocument.CURRENT_FORM);
    }

    private void putIntoFirstForm() {
        activities.updateOne(
                isIt,
                Updates.combine(
                        List.of("form", "endsAt", "kind", "subject", "grade", "state", "supplier", "community").stream()
                                .map(Updates::unset)
                                .toList()));
        activities.updateOne(
                isIt,
                Updates.combine(List.of("grade", "series", "materials", "recordingUrl", "attributes").stream()
                        .map(field -> Updates.unset("reported." + field))
                        .toList()));
        var old = stored().getList("channels", String.class).stream()
                .filter(channel -> channel.startsWith("community:") || channel.startsWith("school:"))
                .toList();
        activities.updateOne(isIt, Updates.set("channels", old));
        var schools = stored().get("reported", Document.class).getList("schools", Document.class);
        schools.forEach(school -> school.remove("className"));
        activities.updateOne(isIt, Updates.set("reported.schools", schools));
    }

    private Document stored() {
        return Objects.requireNonNull(activities.find(isIt).first());
    }

    /** Of {@code reported} only what the form is about. */
    private static Document without(Document stored) {
        var rest = new Document(stored);
        var reported = rest.get("reported", Document.class);
        rest.put("reported", new Document("grade", reported.get("grade")).append("schools", reported.get("schools")));
        return rest;
    }
}
