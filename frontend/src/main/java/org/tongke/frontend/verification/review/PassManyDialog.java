package org.tongke.frontend.verification.review;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.contract.types.CommunityProgress;

/** Says which communities are passed at once, what that means, and who answers for what nobody has opened. */
final class PassManyDialog extends Dialog {

    PassManyDialog(List<CommunityProgress> chosen, Runnable pass) {
        setHeaderTitle(text("verification.review.passMany.title", chosen.size()));
        add(new Paragraph(text("verification.review.passMany.means")));
        var again = chosen.stream()
                .filter(one -> one.getFinding() != null && one.getFinding().getResubmitted())
                .count();
        if (again > 0) {
            var line = new Paragraph(text("verification.review.passMany.again", again));
            line.addClassName("tkf-strong");
            add(line);
        }
        var names = new UnorderedList();
        names.addClassName("tkf-facts");
        chosen.forEach(one -> names.add(new ListItem(one.getCommunity().getName())));
        add(names);
        var yes = new Button(text("verification.review.passMany.yes", chosen.size()));
        yes.addThemeName("primary");
        yes.setAutofocus(true);
        Taps.act(yes, () -> {
            pass.run();
            close();
        });
        getFooter().add(new Button(text("verification.review.cancel"), click -> close()), yes);
        setMaxWidth("min(34rem, calc(100vw - 2rem))");
    }
}
