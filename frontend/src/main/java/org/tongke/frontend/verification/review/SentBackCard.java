package org.tongke.frontend.verification.review;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Live;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.component.Toast;
import org.tongke.frontend.contract.types.Decision;
import org.tongke.frontend.contract.types.Finding;
import org.tongke.frontend.contract.types.FindingState;
import org.tongke.frontend.contract.types.SentBackItem;

/** 退回: what the county sent back, with its reasons, where to mend each, and the one tap that submits it again. Nothing else shows it. */
public final class SentBackCard extends Div {
    private final Reviews reviews;
    private final String communityId;
    private final Div content = new Div();

    public SentBackCard(Reviews reviews, String communityId) {
        this.reviews = reviews;
        this.communityId = communityId;
        setId("sent-back");
        content.getElement().setAttribute("role", "status");
        add(content, new Live("progress", this::look));
        look();
    }

    private void look() {
        content.removeAll();
        reviews.findFinding(communityId).ifPresent(this::show);
        setVisible(true);
    }

    private void show(Finding finding) {
        var latest = finding.getLatest();
        if (latest == null) {
            return;
        }
        if (finding.getState() == FindingState.SENT_BACK) {
            content.add(sentBack(finding, latest));
        } else if (finding.getState() == FindingState.PASSED) {
            content.add(
                    line(text("verification.sentBack.passed", latest.getBy(), Formats.day(latest.getAt())), "good"));
        } else if (finding.getResubmitted()) {
            content.add(line(text("verification.sentBack.waiting", Formats.day(latest.getAt())), "lacking"));
        }
    }

    private static Component line(String words, String state) {
        var badge = new Span(words);
        badge.addClassName("tkf-state");
        badge.getElement().setAttribute("data-state", state);
        return new Div(badge);
    }

    private Section sentBack(Finding finding, Decision latest) {
        var card = new Section(new H2(text("verification.sentBack.title")));
        card.addClassName("tkf-card");
        card.addClassName("tkf-needs");
        var who = new Paragraph(text(
                "verification.sentBack.by",
                latest.getBy(),
                Formats.day(latest.getAt()) + " " + Formats.time(latest.getAt())));
        who.addClassName("tkf-soft");
        var list = new UnorderedList();
        list.addClassName("tkf-lines");
        finding.getItems().stream().map(this::item).forEach(list::add);
        card.add(who, list, again(finding));
        return card;
    }

    private ListItem item(SentBackItem item) {
        var about =
                new Span(item.getLabel() == null ? item.getCriterion() : item.getCriterion() + " · " + item.getLabel());
        about.addClassName("tkf-soft");
        var reason = new Paragraph(item.getReason());
        reason.addClassName("tkf-strong");
        var words = new Div(about, reason);
        words.addClassName("tkf-queue-words");
        var row = new ListItem(words);
        if (item.getMended()) {
            row.add(line(text("verification.sentBack.mended"), "good"));
        }
        var address = "/m/upload?community=" + Links.encode(communityId) + "&criterion="
                + Links.encode(item.getCriterion())
                + (item.getActivity() == null
                        ? ""
                        : "&activity=" + Links.encode(item.getActivity().getId()))
                + (item.getEvidence() == null
                        ? ""
                        : "&replaces=" + Links.encode(item.getEvidence().getId()));
        var mend = Links.button(Links.out(address, text("verification.sentBack.mend")));
        mend.setAriaLabel(text("verification.sentBack.mend.of", item.getReason()));
        mend.setClassName("tkf-calm", item.getMended());
        row.add(mend);
        return row;
    }

    private Component again(Finding finding) {
        if (!finding.getViewerCanResubmit()) {
            var why = new Paragraph(text("verification.sentBack.notYet"));
            why.addClassName("tkf-soft");
            return why;
        }
        var submit = new Button(text("verification.sentBack.again"));
        submit.addThemeName("primary");
        Taps.act(submit, () -> {
            try {
                reviews.resubmit(communityId, finding);
                Toast.show(text("verification.sentBack.done"));
            } catch (RefusedException refused) {
                Toast.show(refused.words());
            }
            look();
        });
        return new Div(submit);
    }
}
