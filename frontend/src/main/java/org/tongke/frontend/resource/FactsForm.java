package org.tongke.frontend.resource;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.component.FormProblems;
import org.tongke.frontend.contract.types.Community;
import org.tongke.frontend.contract.types.Grade;
import org.tongke.frontend.contract.types.Licence;
import org.tongke.frontend.contract.types.Resource;
import org.tongke.frontend.contract.types.ResourceFactsInput;
import org.tongke.frontend.contract.types.ResourceGroup;
import org.tongke.frontend.contract.types.ResourceGroupsInput;
import org.tongke.frontend.contract.types.SchoolStage;
import org.tongke.frontend.contract.types.Subject;

/** What is said of a resource, and with whom it is shared. */
final class FactsForm extends Div {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_DESCRIPTION = 1_000;

    private final Sharing.Choices choices;
    private final TextField title = new TextField(text("resource.name"));
    private final TextArea description = new TextArea(text("resource.description"));
    private final Select<Subject> subject = new Select<>();
    private final CheckboxGroup<Grade> grades = new CheckboxGroup<>(text("resource.grades"));
    private final Select<SchoolStage> stage = new Select<>();
    private final Select<Licence> licence = new Select<>();
    private final CheckboxGroup<Group> groups = new CheckboxGroup<>(text("resource.groups"));
    private final Checkbox county = new Checkbox(text("resource.county"));

    /** A community that it is shared with. */
    private record Group(String id, String name) {}

    FactsForm(Sharing.Choices choices, FormProblems problems) {
        this.choices = choices;
        addClassName("tkf-form-part");
        problems.field("title", title).setMaxLength(LONGEST_TITLE);
        title.setRequiredIndicatorVisible(true);
        problems.field("description", description).setMaxLength(LONGEST_DESCRIPTION);
        problems.field("groups", groups);
        problems.field("subject", subject).setLabel(text("resource.subject"));
        subject.setItems(choices.subjects());
        subject.setItemLabelGenerator(one -> one == null ? text("resource.subject.none") : one.getName());
        subject.setEmptySelectionAllowed(true);
        subject.setEmptySelectionCaption(text("resource.subject.none"));
        grades.setItems(choices.grades());
        grades.setItemLabelGenerator(Grade::getName);
        grades.setHelperText(text("resource.grades.none"));
        stage.setLabel(text("resource.stage"));
        stage.setItems(SchoolStage.values());
        stage.setItemLabelGenerator(one -> one == null ? text("resource.stage.all") : ResourceWords.stage(one));
        stage.setEmptySelectionAllowed(true);
        stage.setEmptySelectionCaption(text("resource.stage.all"));
        licence.setLabel(text("resource.licence"));
        licence.setItems(Licence.values());
        licence.setItemLabelGenerator(ResourceWords::licence);
        licence.setValue(Licence.GROUP_ONLY);
        groups.setItemLabelGenerator(Group::name);
        add(title, subject, grades, stage, description, groups, county, licence);
    }

    /** Offers the communities of a school; the only one is chosen at once. */
    void offer(List<Community> communities) {
        var offered = communities.stream()
                .map(community -> new Group(community.getId(), community.getName()))
                .toList();
        offer(offered, offered.size() == 1 ? Set.copyOf(offered) : Set.of());
    }

    private void offer(List<Group> offered, Set<Group> chosen) {
        county.setVisible(true);
        groups.setItems(offered);
        groups.setValue(chosen);
        groups.setVisible(!offered.isEmpty());
    }

    /** A resource centre shares with no groups: what it shares is pushed to schools. */
    void ofCentre() {
        offer(List.of(), Set.of());
        county.setValue(false);
        county.setVisible(false);
    }

    /** A title that nobody has written yet. */
    void suggestTitle(String words) {
        if (title.getValue().isBlank()) {
            title.setValue(words.length() <= LONGEST_TITLE ? words : words.substring(0, LONGEST_TITLE));
        }
    }

    /** What it is probably for. */
    void suggest(@Nullable Subject ofLesson, @Nullable Grade gradeOfLesson) {
        choose(ofLesson);
        choose(gradeOfLesson == null ? List.of() : List.of(gradeOfLesson));
    }

    /** What is said of a resource now. */
    void show(Resource resource, List<Community> mine) {
        title.setValue(resource.getTitle());
        description.setValue(resource.getDescription() == null ? "" : resource.getDescription());
        choose(resource.getSubject());
        choose(resource.getGrades());
        stage.setValue(resource.getStage());
        licence.setValue(resource.getLicence());
        var chosen = resource.getGroups().stream()
                .filter(group -> !group.getCounty())
                .map(group -> new Group(group.getId(), group.getName()))
                .toList();
        var ids = chosen.stream().map(Group::id).collect(Collectors.toSet());
        var others = mine.stream()
                .filter(community -> !ids.contains(community.getId()))
                .map(community -> new Group(community.getId(), community.getName()));
        // one that the school has left may stay
        offer(Stream.concat(chosen.stream(), others).toList(), Set.copyOf(chosen));
        county.setValue(resource.getGroups().stream().anyMatch(ResourceGroup::getCounty));
        if (resource.getCentre() != null) {
            ofCentre();
        }
    }

    private void choose(@Nullable Subject wanted) {
        subject.setValue(choices.subjects().stream()
                .filter(one -> wanted != null && one.getCode().equals(wanted.getCode()))
                .findFirst()
                .orElse(null));
    }

    private void choose(List<Grade> wanted) {
        var codes = wanted.stream().map(Grade::getCode).collect(Collectors.toSet());
        grades.setValue(choices.grades().stream()
                .filter(one -> codes.contains(one.getCode()))
                .collect(Collectors.toSet()));
    }

    ResourceFactsInput facts() {
        return ResourceFactsInput.newBuilder()
                .title(title.getValue())
                .description(description.getValue().isBlank() ? null : description.getValue())
                .subject(subject.getValue() == null ? null : subject.getValue().getCode())
                // in the order of school, so that saying the same again is the same
                .grades(choices.grades().stream()
                        .filter(grades.getValue()::contains)
                        .map(Grade::getCode)
                        .toList())
                .stage(stage.getValue())
                .licence(licence.getValue())
                .build();
    }

    ResourceGroupsInput groups() {
        return ResourceGroupsInput.newBuilder()
                .communityIds(groups.getValue().stream().map(Group::id).sorted().toList())
                .county(county.getValue())
                .build();
    }
}
