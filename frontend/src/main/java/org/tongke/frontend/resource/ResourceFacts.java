package org.tongke.frontend.resource;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.contract.types.Resource;
import org.tongke.frontend.contract.types.ResourceGroup;

/** What a resource is, for whom, and what others may do with it. */
final class ResourceFacts extends Section {
    private final DescriptionList facts = new DescriptionList();

    ResourceFacts(Resource resource) {
        addClassName("tkf-card");
        if (resource.getDescription() != null) {
            var description = new Paragraph(resource.getDescription());
            description.addClassName("tkf-lines-kept");
            add(description);
        }
        facts.addClassName("tkf-pairs");
        fact("resource.kind", ResourceWords.kind(resource.getKind()));
        fact(
                "resource.subject",
                resource.getSubject() == null ? null : resource.getSubject().getName());
        fact("resource.grades", ResourceWords.grades(resource.getGrades()));
        fact("resource.stage", resource.getStage() == null ? null : ResourceWords.stage(resource.getStage()));
        if (!resource.getGroups().isEmpty()) {
            fact(
                    "resource.groups",
                    resource.getGroups().stream()
                            .map(ResourceFacts::name)
                            .collect(Collectors.joining(text("resource.and"))));
        }
        fact("resource.licence", ResourceWords.licence(resource.getLicence()));
        var use = ResourceWords.use(resource);
        fact("resource.use", use.isEmpty() ? text("resource.use.none") : use);
        add(facts);
    }

    private static String name(ResourceGroup group) {
        return group.getCounty() ? text("resource.group.county", group.getName()) : group.getName();
    }

    private void fact(String name, @Nullable String value) {
        if (value != null) {
            facts.add(new Term(text(name)), new Description(value));
        }
    }
}
