package org.tongke.frontend.push;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import org.tongke.frontend.component.Meter;
import org.tongke.frontend.contract.types.PushCounts;

/** What became of a push, counted: how many schools have opened it, use it, and have not opened it yet. */
final class CountsCard extends Section {
    CountsCard(PushCounts counts) {
        addClassName("tkf-card");
        var share = counts.getSchools() == 0 ? 0 : (double) counts.getOpened() / counts.getSchools();
        var figures = new DescriptionList();
        figures.addClassName("tkf-figures");
        figure(figures, "push.count.schools", counts.getSchools());
        figure(figures, "push.count.opened", counts.getOpened());
        figure(figures, "push.count.notOpened", counts.getNotOpened());
        figure(figures, "push.count.used", counts.getUsed());
        figure(figures, "push.count.people", counts.getPeople());
        add(figures, new Meter(text("push.count.share", counts.getOpened(), counts.getSchools()), share));
    }

    private static void figure(DescriptionList list, String name, int count) {
        list.add(new Div(new DescriptionList.Term(text(name)), new DescriptionList.Description(String.valueOf(count))));
    }
}
