package org.tongke.frontend.directory;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.DayPicker;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.component.Toast;
import org.tongke.frontend.component.Today;
import org.tongke.frontend.contract.types.School;

/** All that is known of a school, and the ways to edit and to close it for those who may. */
final class SchoolCard extends Dialog {

    /** @param done called when something was changed, with what to say of it */
    SchoolCard(Schools schools, School school, Consumer<String> done) {
        setHeaderTitle(school.getName());
        var facts = new DescriptionList();
        facts.addClassName("tkf-pairs");
        add(facts, "directory.school.code", school.getSchoolCode());
        add(facts, "directory.county", school.getCounty().getName());
        add(facts, "directory.area", SchoolWords.area(school.getArea()));
        add(facts, "directory.stages", SchoolWords.stages(school));
        add(
                facts,
                "directory.school.campusOf",
                school.getCampusOf() == null ? null : school.getCampusOf().getName());
        add(facts, "directory.school.address", school.getAddress());
        var position = school.getPosition();
        if (position != null) {
            add(
                    facts,
                    "directory.school.position",
                    text(
                            "directory.school.position.line",
                            position.getLatitude(),
                            position.getLongitude(),
                            position.getDatum()));
        }
        for (var former : school.getFormerNames()) {
            var until = former.getUntil();
            add(
                    facts,
                    "directory.school.formerName",
                    until == null
                            ? former.getName()
                            : text("directory.school.until", former.getName(), until.toString()));
        }
        add(
                facts,
                "directory.school.closedOn",
                school.getClosedOn() == null ? null : school.getClosedOn().toString());
        add(facts);
        getFooter().add(new Button(text("directory.close"), click -> close()));
        if (school.getViewerCanEdit()) {
            add(Links.to("/teachers?school=" + Links.encode(school.getId()), text("directory.school.teachers")));
            getFooter().add(ending(schools, school, done), edit(schools, school, done));
        }
        setMaxWidth("min(36rem, calc(100vw - 2rem))");
    }

    private static void add(DescriptionList facts, String key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            facts.add(new DescriptionList.Term(text(key)), new DescriptionList.Description(value));
        }
    }

    private Button edit(Schools schools, School school, Consumer<String> done) {
        var edit = new Button(text("directory.school.edit"), click -> {
            close();
            new SchoolForm(schools, school, List.of(), done).open();
        });
        edit.addThemeNames("primary");
        return edit;
    }

    private Button ending(Schools schools, School school, Consumer<String> done) {
        if (school.getClosedOn() == null) {
            return new Button(text("directory.school.end"), click -> {
                close();
                new EndDialog(schools, school, done).open();
            });
        }
        var reopen = new Button(text("directory.school.reopen"));
        Taps.act(reopen, () -> {
            try {
                schools.close(school, null);
                close();
                done.accept(text("directory.school.reopened", school.getName()));
            } catch (RefusedException refused) {
                Toast.show(refused.words());
            }
        });
        return reopen;
    }

    /** Says what closing means, and asks from when on. */
    private static final class EndDialog extends Dialog {
        EndDialog(Schools schools, School school, Consumer<String> done) {
            setHeaderTitle(text("directory.school.end.title", school.getName()));
            var on = new DayPicker(text("directory.school.closedOn"));
            on.setValue(Today.on());
            add(new Paragraph(text("directory.school.end.means")), on);
            var yes = new Button(text("directory.school.end"));
            yes.addThemeNames("primary", "error");
            Taps.act(yes, () -> {
                try {
                    schools.close(school, on.getValue());
                    close();
                    done.accept(text("directory.school.ended", school.getName()));
                } catch (RefusedException refused) {
                    on.setErrorMessage(refused.words());
                    on.setInvalid(true);
                }
            });
            getFooter().add(new Button(text("directory.cancel"), click -> close()), yes);
            setMaxWidth("min(34rem, calc(100vw - 2rem))");
        }
    }
}
