package org.tongke.frontend.community;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.component.Toast;
import org.tongke.frontend.contract.types.Community;
import org.tongke.frontend.contract.types.CommunityMode;
import org.tongke.frontend.contract.types.CommunityStep;

/** What has changed in a community: who joined and left, when it became merged or co-built; and how its county changes it. */
public final class CommunityHistoryPanel extends Section {
    private final CommunityOffice office;
    private final String id;
    private final Runnable changed;

    /** @param changed called after the community was changed */
    public CommunityHistoryPanel(CommunityOffice office, String id, Runnable changed) {
        this.office = office;
        this.id = id;
        this.changed = changed;
        addClassNames("tkf-card", "tkf-stack");
        look();
    }

    private void look() {
        removeAll();
        office.find(id).ifPresent(this::show);
    }

    private void show(Community community) {
        var steps = community.getSteps() == null ? List.<CommunityStep>of() : community.getSteps();
        setVisible(community.getViewerCanChange() || !steps.isEmpty());
        add(new H2(text("community.steps")));
        if (!steps.isEmpty()) {
            var list = new UnorderedList();
            steps.stream().map(CommunityHistoryPanel::line).map(ListItem::new).forEach(list::add);
            add(list);
        }
        if (community.getViewerCanChange()) {
            add(acts(community));
        }
    }

    private Row acts(Community community) {
        var row = new Row(
                new Button(
                        text("community.join"),
                        click -> CommunityDialog.join(community, office, this::done)
                                .open()),
                new Button(
                        text("community.leave"),
                        click -> CommunityDialog.leave(community, office, this::done)
                                .open()));
        row.add(new Button(
                text(
                        community.getMode() == CommunityMode.COLLABORATIVE
                                ? "community.mode.change.new"
                                : "community.mode.change"),
                click -> CommunityDialog.mode(community, office, this::done).open()));
        return row;
    }

    private void done() {
        Toast.show(text("community.changed"));
        look();
        changed.run();
    }

    private static String line(CommunityStep step) {
        var on = Formats.day(step.getOn());
        return switch (step.getKind()) {
            case JOINED, LEFT ->
                text(
                        "community.step." + step.getKind(),
                        on,
                        step.getSchool() == null ? "" : step.getSchool().getName(),
                        step.getReason(),
                        step.getBy());
            case MODE ->
                text(
                        "community.step.MODE",
                        on,
                        step.getMode() == null ? "" : CommunityWords.mode(step.getMode()),
                        step.getReason(),
                        step.getBy());
        };
    }
}
