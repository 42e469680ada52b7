package org.tongke.frontend.push;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongke.frontend.community.CommunityWords;
import org.tongke.frontend.component.FormProblems;
import org.tongke.frontend.component.ManyPick;
import org.tongke.frontend.contract.types.CommunityMode;
import org.tongke.frontend.contract.types.Grade;
import org.tongke.frontend.contract.types.PushRule;
import org.tongke.frontend.contract.types.PushRuleInput;
import org.tongke.frontend.contract.types.Region;
import org.tongke.frontend.contract.types.SchoolArea;
import org.tongke.frontend.contract.types.SchoolStage;
import org.tongke.frontend.contract.types.Subject;
import org.tongke.frontend.directory.RegionItem;
import org.tongke.frontend.directory.SchoolWords;

/** Which schools: what is not chosen does not limit, values of one kind are alternatives, all kinds must hold. */
final class RuleForm extends Div {
    private final List<RegionItem> within;
    private final Planning.Choices choices;
    private final ManyPick<RegionItem> regions = new ManyPick<>(text("push.rule.regions"));
    private final CheckboxGroup<SchoolArea> areas = new CheckboxGroup<>(text("push.rule.areas"));
    private final CheckboxGroup<SchoolStage> stages = new CheckboxGroup<>(text("push.rule.stages"));
    private final CheckboxGroup<CommunityMode> modes = new CheckboxGroup<>(text("push.rule.modes"));
    private final ManyPick<Subject> subjects = new ManyPick<>(text("push.rule.subjects"));
    private final CheckboxGroup<Grade> grades = new CheckboxGroup<>(text("push.rule.grades"));

    /** @param changed called when a person has said it otherwise */
    RuleForm(Region centre, List<RegionItem> all, Planning.Choices choices, FormProblems problems, Runnable changed) {
        this.choices = choices;
        within = within(centre.getCode(), all);
        addClassName("tkf-form-part");
        problems.field("regionIds", regions).setItems(within);
        regions.setItemLabelGenerator(RegionItem::label);
        areas.setItems(SchoolArea.values());
        areas.setItemLabelGenerator(SchoolWords::area);
        stages.setItems(SchoolStage.values());
        stages.setItemLabelGenerator(SchoolWords::stage);
        modes.setItems(CommunityMode.values());
        modes.setItemLabelGenerator(CommunityWords::mode);
        problems.field("subjects", subjects).setItems(choices.subjects());
        subjects.setItemLabelGenerator(Subject::getName);
        subjects.setHelperText(text("push.rule.subjects.means"));
        problems.field("grades", grades).setItems(choices.grades());
        grades.setItemLabelGenerator(Grade::getName);
        var means = new Paragraph(text("push.rule.means"));
        means.addClassName("tkf-soft");
        add(means, regions, areas, stages, modes, subjects, grades);
        List.<HasValue<?, ?>>of(regions, areas, stages, modes, subjects, grades)
                .forEach(field -> field.addValueChangeListener(change -> {
                    if (change.isFromClient()) {
                        changed.run();
                    }
                }));
    }

    /** A region and all below it. */
    private static List<RegionItem> within(String code, List<RegionItem> all) {
        var below = all.stream()
                .filter(item -> item.above().equals(code))
                .map(RegionItem::code)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(item -> item.code().equals(code) || item.above().equals(code) || below.contains(item.above()))
                .toList();
    }

    /** The rule, its values in the order in which they are offered, so that saying the same again is the same. */
    PushRuleInput rule() {
        return PushRuleInput.newBuilder()
                .regionIds(chosen(within, regions.getValue(), RegionItem::id))
                .areas(chosen(Arrays.asList(SchoolArea.values()), areas.getValue(), Function.identity()))
                .stages(chosen(Arrays.asList(SchoolStage.values()), stages.getValue(), Function.identity()))
                .subjects(chosen(choices.subjects(), subjects.getValue(), Subject::getCode))
                .grades(chosen(choices.grades(), grades.getValue(), Grade::getCode))
                .modes(chosen(Arrays.asList(CommunityMode.values()), modes.getValue(), Function.identity()))
                .build();
    }

    private static <T, R> List<R> chosen(List<T> offered, Set<T> chosen, Function<T, R> as) {
        return offered.stream().filter(chosen::contains).map(as).toList();
    }

    /** What a rule is now. */
    void show(PushRule rule) {
        regions.setValue(same(within, RegionItem::code, rule.getRegions(), Region::getCode));
        areas.setValue(Set.copyOf(rule.getAreas()));
        stages.setValue(Set.copyOf(rule.getStages()));
        modes.setValue(Set.copyOf(rule.getModes()));
        subjects.setValue(same(choices.subjects(), Subject::getCode, rule.getSubjects(), Subject::getCode));
        grades.setValue(same(choices.grades(), Grade::getCode, rule.getGrades(), Grade::getCode));
    }

    /** Those of what is offered that have the code of one that is given. */
    private static <T, G> Set<T> same(
            List<T> offered, Function<T, String> codeOf, Collection<G> given, Function<G, String> codeOfGiven) {
        var codes = given.stream().map(codeOfGiven).collect(Collectors.toSet());
        return offered.stream().filter(one -> codes.contains(codeOf.apply(one))).collect(Collectors.toSet());
    }
}
