package org.tongke.frontend.verification.review;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.contract.types.CriterionProgress;
import org.tongke.frontend.contract.types.Finding;
import org.tongke.frontend.contract.types.FindingState;
import org.tongke.frontend.contract.types.SentBackItemInput;
import org.tongke.frontend.contract.types.UserError;

/** A community before its reviewer: criteria and facts on the left, the evidence large on the right, and what can be said of it. */
final class ReviewDesk extends Section {
    /** What is done with the community. */
    interface Acts {
        void pass();

        void sendBack(List<SentBackItemInput> items);

        void withdraw();

        void next();

        /** The reviewer stands at another stop now. */
        void stoppedAt(String key);
    }

    private final Acts acts;
    private final Finding finding;
    private final List<ReviewStop> stops;
    private final Map<ReviewStop, String> marks = new LinkedHashMap<>();
    private final List<CriterionPanel> panels = new ArrayList<>();
    private final EvidenceViewer viewer = new EvidenceViewer();
    private final Button sendBack = new Button();
    private final ReviewKeys keys;
    private int at;

    /** @param startAt key of the stop to begin with; another one if there is none with this key */
    ReviewDesk(Reviews.Case seen, String startAt, Acts acts) {
        this.acts = acts;
        finding = seen.finding();
        stops = ReviewStop.all(seen);
        addClassName("tkf-review");
        var left = new Aside();
        left.addClassName("tkf-review-criteria");
        left.getElement().setAttribute("aria-label", text("verification.review.criteria"));
        var criteria = seen.community().getProgress().getCriteria();
        for (var criterion : criteria == null ? List.<CriterionProgress>of() : criteria) {
            addPanel(left, criterion);
        }
        keys = new ReviewKeys(".tkf-viewer-stage", acts());
        var right = new Div(viewer, steps(), state(), bar());
        right.addClassName("tkf-review-right");
        add(left, right, keys);
        var start = stops.stream().map(ReviewStop::key).toList().indexOf(startAt);
        show(Math.max(0, start));
    }

    private void addPanel(Aside left, CriterionProgress criterion) {
        var own = stops.stream()
                .filter(stop -> stop.criterion().getCode().equals(criterion.getCode()))
                .toList();
        if (own.isEmpty()) {
            return;
        }
        var change = finding.getChanges().stream()
                .filter(one -> one.getCode().equals(criterion.getCode()))
                .findFirst()
                .orElse(null);
        var items = finding.getItems().stream()
                .filter(item -> item.getCriterion().equals(criterion.getCode()))
                .toList();
        var panel = new CriterionPanel(criterion, own, change, items, stop -> show(stops.indexOf(stop)));
        panels.add(panel);
        left.add(panel);
    }

    private Map<String, Runnable> acts() {
        var all = new LinkedHashMap<String, Runnable>();
        for (var key : List.of("j", "ArrowRight", "ArrowDown")) {
            all.put(key, () -> show(at + 1));
        }
        for (var key : List.of("k", "ArrowLeft", "ArrowUp")) {
            all.put(key, () -> show(at - 1));
        }
        all.put("z", viewer::zoom);
        all.put("n", acts::next);
        all.put("?", this::help);
        if (finding.getViewerCanDecide()) {
            all.put("p", acts::pass);
            all.put("b", this::openSendBack);
        }
        return all;
    }

    private void show(int index) {
        if (stops.isEmpty() || index < 0 || index >= stops.size()) {
            return;
        }
        at = index;
        var stop = stops.get(at);
        viewer.show(stop, at + 1, stops.size());
        mark();
        acts.stoppedAt(stop.key());
    }

    private void mark() {
        panels.forEach(panel -> panel.mark(stops.get(at), marks));
        sendBack.setText(
                marks.isEmpty()
                        ? text("verification.review.sendBack")
                        : text("verification.review.sendBack.count", marks.size()));
    }

    /** A button for each swipe. */
    private Div steps() {
        var before = new Button(text("verification.review.before"), click -> show(at - 1));
        var zoom = new Button(text("verification.review.zoom.short"), click -> viewer.zoom());
        var after = new Button(text("verification.review.after"), click -> show(at + 1));
        var row = new Div(before, zoom, after);
        row.addClassName("tkf-review-steps");
        return row;
    }

    private Div state() {
        var box = new Div();
        box.addClassName("tkf-stack");
        var latest = finding.getLatest();
        if (latest != null) {
            var words = text(
                    "verification.review.said." + latest.getKind(),
                    latest.getBy(),
                    Formats.day(latest.getAt()) + " " + Formats.time(latest.getAt()));
            var line = new Paragraph(latest.getReason() == null ? words : text("shell.of", words, latest.getReason()));
            line.addClassName("tkf-soft");
            box.add(line);
        }
        if (finding.getState() == FindingState.PASSED && finding.getFactsChanged()) {
            var changed = new Span(text("verification.review.factsChanged"));
            changed.addClassName("tkf-state");
            changed.getElement().setAttribute("data-state", "lacking");
            box.add(new Div(changed));
        }
        finding.getViewerCannotDecideReasons().stream()
                .map(UserError::getMessage)
                .map(Paragraph::new)
                .forEach(reason -> {
                    reason.addClassName("tkf-lacking");
                    box.add(reason);
                });
        box.setVisible(box.getComponentCount() > 0);
        return box;
    }

    private Div bar() {
        var bar = new Div();
        bar.addClassName("tkf-review-bar");
        if (finding.getViewerCanDecide()) {
            Taps.act(sendBack, this::openSendBack);
            var pass = new Button(text("verification.review.pass"));
            pass.addThemeName("primary");
            Taps.act(pass, acts::pass);
            bar.add(sendBack, pass);
        }
        if (finding.getViewerCanWithdraw()) {
            var withdraw = new Button(text("verification.review.withdraw"));
            Taps.act(withdraw, acts::withdraw);
            bar.add(withdraw);
        }
        var next = new Button(text("verification.review.next"));
        Taps.act(next, acts::next);
        var help = new Button("?", click -> help());
        help.setAriaLabel(text("verification.review.help"));
        help.addClassName("tkf-review-help");
        bar.add(next, help);
        return bar;
    }

    private void openSendBack() {
        if (stops.isEmpty()) {
            return;
        }
        new SendBackDialog(stops.get(at), marks, new SendBackDialog.Acts() {
                    @Override
                    public void kept() {
                        mark();
                    }

                    @Override
                    public void sendBack() {
                        acts.sendBack(marks.entrySet().stream()
                                .map(mark -> mark.getKey().item(Objects.requireNonNull(mark.getValue())))
                                .toList());
                    }
                })
                .open();
    }

    private void help() {
        new HelpDialog(keys).open();
    }
}
