package org.tongke.frontend.push;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.community.CommunityWords;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.contract.types.Grade;
import org.tongke.frontend.contract.types.Push;
import org.tongke.frontend.contract.types.PushRule;
import org.tongke.frontend.contract.types.Region;
import org.tongke.frontend.contract.types.Subject;
import org.tongke.frontend.directory.SchoolWords;

/** What is given, to which schools, with what words, when; and who was reminded. */
final class PushFacts extends Section {
    private final DescriptionList facts = new DescriptionList();

    PushFacts(Push push) {
        addClassName("tkf-card");
        facts.addClassName("tkf-pairs");
        if (push.getResource() != null) {
            facts.add(
                    new Term(text("push.resource")),
                    new Description(Links.to(
                            PushWords.path(push.getResource()),
                            push.getResource().getTitle())));
        }
        fact("push.when", PushWords.when(push));
        rule(push.getRule());
        fact("push.note", push.getNote());
        push.getReminders()
                .forEach(reminder -> fact(
                        "push.reminded",
                        text(
                                "push.reminded.by",
                                PushWords.at(reminder.getAt()),
                                reminder.getBy(),
                                reminder.getSchools())));
        add(new H2(text("push.about")), facts);
    }

    private void rule(PushRule rule) {
        fact("push.rule.regions", PushWords.list(rule.getRegions(), Region::getName));
        fact("push.rule.areas", PushWords.list(rule.getAreas(), SchoolWords::area));
        fact("push.rule.stages", PushWords.list(rule.getStages(), SchoolWords::stage));
        fact("push.rule.subjects", PushWords.list(rule.getSubjects(), Subject::getName));
        fact("push.rule.grades", PushWords.list(rule.getGrades(), Grade::getName));
        fact("push.rule.modes", PushWords.list(rule.getModes(), CommunityWords::mode));
        if (isOpen(rule)) {
            fact("push.rule", text("push.rule.all"));
        }
    }

    private static boolean isOpen(PushRule rule) {
        return rule.getRegions().isEmpty()
                && rule.getAreas().isEmpty()
                && rule.getStages().isEmpty()
                && rule.getSubjects().isEmpty()
                && rule.getGrades().isEmpty()
                && rule.getModes().isEmpty();
    }

    private void fact(String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            facts.add(new Term(text(name)), new Description(value));
        }
    }
}
