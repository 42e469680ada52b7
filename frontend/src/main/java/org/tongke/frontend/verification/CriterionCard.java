package org.tongke.frontend.verification;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Meter;
import org.tongke.frontend.contract.types.CriterionProgress;
import org.tongke.frontend.contract.types.CriterionState;
import org.tongke.frontend.contract.types.Evidence;
import org.tongke.frontend.contract.types.EvidenceState;
import org.tongke.frontend.contract.types.ExchangePeriod;
import org.tongke.frontend.contract.types.Measure;
import org.tongke.frontend.contract.types.ProgressFact;

/**
 * One criterion: what is lacking in words, what counts as bars, the way to add evidence, the facts with their reasons, the evidence, and
 * what was withdrawn or replaced.
 */
final class CriterionCard extends Article {
    private final String communityId;
    private final CriterionActs acts;
    private final Div top = new Div();
    private final NativeDetails facts = new NativeDetails();
    private final FactList factList;
    private final Div evidence = new Div();
    private final NativeDetails past = new NativeDetails();
    private @Nullable ExchangePanel exchange;
    private @Nullable CriterionProgress shown;
    private List<String> shownEvidence = List.of();

    CriterionCard(String communityId, CriterionActs acts) {
        this.communityId = communityId;
        this.acts = acts;
        factList = new FactList(communityId, acts);
        facts.setContent(factList);
        addClassName("tkf-card");
        top.addClassName("tkf-stack");
        past.setVisible(false);
        add(top, facts, evidence, past);
    }

    /** Shows how the criterion stands now. What has not changed is left alone, and so is what the reader has opened. */
    void show(CriterionProgress criterion, List<Evidence> proofs) {
        var marks = proofs.stream().map(CriterionCard::markOf).toList();
        var isOther = !marks.equals(shownEvidence);
        if (!criterion.equals(shown)) {
            shown = criterion;
            showTop(criterion);
        } else if (!isOther) {
            return;
        }
        showFacts(criterion, proofs);
        if (isOther) {
            shownEvidence = marks;
            showEvidence(proofs);
        }
    }

    /** The criterion alone, as it once was. */
    static Article past(CriterionProgress criterion) {
        var card = new Article();
        card.addClassName("tkf-card");
        figures(criterion).forEach(card::add);
        return card;
    }

    private void showTop(CriterionProgress criterion) {
        top.removeAll();
        top.add(figures(criterion));
        if (criterion.getViewerCanUpload()) {
            top.add(new Div(upload(criterion)));
        }
    }

    private static List<Component> figures(CriterionProgress criterion) {
        var parts = new ArrayList<Component>();
        parts.add(head(criterion));
        if (criterion.getLacking() != null) {
            var lacking = new Paragraph(criterion.getLacking());
            lacking.addClassName("tkf-lacking");
            parts.add(lacking);
        }
        parts.add(measures(criterion.getMeasures()));
        var asks = new Paragraph(text("verification.asks", criterion.getAsks()));
        asks.addClassName("tkf-soft");
        parts.add(asks);
        return parts;
    }

    /** Shows the register of exchange periods inside this criterion. */
    void show(List<ExchangePeriod> periods, boolean mayAdd) {
        if (exchange == null) {
            exchange = new ExchangePanel(acts);
            addComponentAtIndex(1, exchange);
        }
        exchange.show(periods, mayAdd);
    }

    /** What a reader sees of it: the addresses of files change, the files do not. */
    private static String markOf(Evidence evidence) {
        return evidence.getId() + " " + evidence.getRevision();
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

    private void showFacts(CriterionProgress criterion, List<Evidence> proofs) {
        List<ProgressFact> all = criterion.getFacts();
        facts.setVisible(!all.isEmpty());
        var counted = (int) all.stream().filter(ProgressFact::getCounts).count();
        facts.setSummaryText(text("verification.facts", counted, all.size() - counted));
        factList.show(criterion, activitiesOf(proofs));
    }

    private static Set<String> activitiesOf(List<Evidence> proofs) {
        return proofs.stream()
                .filter(CriterionCard::isCurrent)
                .filter(proof -> proof.getActivity() != null)
                .map(proof -> proof.getActivity().getId())
                .collect(Collectors.toSet());
    }

    private void showEvidence(List<Evidence> proofs) {
        var current = proofs.stream().filter(CriterionCard::isCurrent).toList();
        var gone = proofs.stream().filter(proof -> !isCurrent(proof)).toList();
        evidence.removeAll();
        evidence.add(new EvidenceStrip(text("verification.evidence"), current, acts::open));
        evidence.setVisible(!current.isEmpty());
        var name = text("verification.past", gone.size());
        past.setSummaryText(name);
        past.setContent(new EvidenceStrip(name, gone, acts::open));
        past.setVisible(!gone.isEmpty());
    }

    private static boolean isCurrent(Evidence evidence) {
        return evidence.getState() == EvidenceState.CURRENT;
    }
}
