package org.tongke.frontend.verification;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Meter;
import org.tongke.frontend.contract.types.CriterionProgress;
import org.tongke.frontend.contract.types.CriterionState;
import org.tongke.frontend.contract.types.Evidence;
import org.tongke.frontend.contract.types.Measure;
import org.tongke.frontend.contract.types.ProgressFact;

/** One criterion: what is lacking in words, what counts as bars, the facts with their reasons, the evidence, and the way to add some. */
final class CriterionCard extends Article {
    private final String communityId;
    private final Div top = new Div();
    private final NativeDetails facts = new NativeDetails();
    private final Div evidence = new Div();
    private @Nullable CriterionProgress shown;
    private List<String> shownEvidence = List.of();

    CriterionCard(String communityId) {
        this.communityId = communityId;
        addClassName("tkf-card");
        top.addClassName("tkf-stack");
        add(top, facts, evidence);
    }

    /** Shows how the criterion stands now. What has not changed is left alone, and so is what the reader has opened. */
    void show(CriterionProgress criterion, List<Evidence> proofs) {
        if (!criterion.equals(shown)) {
            shown = criterion;
            top.removeAll();
            top.add(head(criterion));
            if (criterion.getLacking() != null) {
                var lacking = new Paragraph(criterion.getLacking());
                lacking.addClassName("tkf-lacking");
                top.add(lacking);
            }
            top.add(measures(criterion.getMeasures()));
            var asks = new Paragraph(text("verification.asks", criterion.getAsks()));
            asks.addClassName("tkf-soft");
            top.add(asks);
            if (criterion.getViewerCanUpload()) {
                top.add(new Div(upload(criterion)));
            }
            showFacts(criterion.getFacts());
        }
        var ids = proofs.stream().map(Evidence::getId).toList();
        if (!ids.equals(shownEvidence)) {
            shownEvidence = ids;
            evidence.removeAll();
            evidence.add(new EvidenceStrip(proofs));
        }
        evidence.setVisible(!ids.isEmpty());
    }

    private static Div head(CriterionProgress criterion) {
        var head =
                new Div(new H2(criterion.getCode() + " " + criterion.getName()), new StateBadge(criterion.getState()));
        head.addClassName("tkf-criterion-head");
        return head;
    }

    private static Div measures(List<Measure> measures) {
        var all = new Div();
        all.addClassName("tkf-measures");
        for (var measure : measures) {
            var words = text("verification.measure", measure.getPresent(), measure.getNeeded());
            var line = new Div(new Span(measure.getName()), new Span(words));
            line.addClassName("tkf-measure");
            if (measure.getNeeded() > 0) {
                line.add(new Meter(
                        measure.getName() + " " + words, (double) measure.getPresent() / measure.getNeeded()));
            }
            all.add(line);
        }
        return all;
    }

    private Anchor upload(CriterionProgress criterion) {
        var address =
                "/m/upload?community=" + Links.encode(communityId) + "&criterion=" + Links.encode(criterion.getCode());
        var link = Links.button(Links.out(address, text("verification.upload")));
        link.setAriaLabel(text("verification.upload.for", criterion.getCode(), criterion.getName()));
        link.setClassName("tkf-calm", criterion.getState() == CriterionState.MET);
        return link;
    }

    private void showFacts(List<ProgressFact> all) {
        facts.setVisible(!all.isEmpty());
        var counted = (int) all.stream().filter(ProgressFact::getCounts).count();
        facts.setSummaryText(text("verification.facts", counted, all.size() - counted));
        var list = new UnorderedList();
        list.addClassName("tkf-facts");
        all.stream().map(CriterionCard::fact).forEach(list::add);
        facts.setContent(list);
    }

    private static ListItem fact(ProgressFact fact) {
        var item = new ListItem(fact.getLabel());
        if (!fact.getCounts()) {
            item.getElement().setAttribute("data-counts", "no");
            var reason = new Span(text("verification.notCounted", fact.getReason() == null ? "" : fact.getReason()));
            reason.addClassName("tkf-reason");
            item.add(reason);
        }
        return item;
    }
}
