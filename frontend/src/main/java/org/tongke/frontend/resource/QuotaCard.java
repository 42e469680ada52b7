package org.tongke.frontend.resource;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import org.tongke.frontend.access.SignedIn;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Meter;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.contract.types.ResourceQuota;
import org.tongke.frontend.contract.types.School;

/** How much of its room the files take that a school shares, and the ways to what is shared. */
public final class QuotaCard extends Section {
    private static final double NEARLY_FULL = .9;

    private QuotaCard(School school, ResourceQuota quota) {
        addClassName("tkf-card");
        var share = quota.getMostMebibytes() == 0 ? 1 : (double) quota.getUsedMebibytes() / quota.getMostMebibytes();
        var words = new Div(new Paragraph(
                text("resource.quota.use", quota.getFiles(), quota.getUsedMebibytes(), quota.getMostMebibytes())));
        words.addClassName("tkf-measures");
        words.add(new Meter(text("resource.quota.of", school.getName()), share));
        if (share >= NEARLY_FULL) {
            var full = new Paragraph(text("resource.quota.full"));
            full.addClassName("tkf-lacking");
            words.add(full);
        }
        add(
                new H2(text("resource.quota.of", school.getName())),
                words,
                new Row(
                        Links.to("/" + ResourceListView.PATH, text("resource.title")),
                        Links.to("/" + ShareView.PATH, text("resource.share"))));
    }

    /** Of each school of the person at the browser that he or she may know it of. */
    public static List<QuotaCard> ofOwnSchools(Resources resources) {
        return SignedIn.current().stream()
                .flatMap(person -> person.schools().stream())
                .flatMap(school ->
                        resources.findQuota(school.getId()).map(quota -> new QuotaCard(school, quota)).stream())
                .toList();
    }
}
