package org.tongke.frontend.verification;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.function.Consumer;
import org.tongke.frontend.component.Choice;
import org.tongke.frontend.component.Language;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.contract.types.Region;
import org.tongke.frontend.verification.ProgressAddress.Order;

/** The day of a page of progress, which communities it lists in which order, and what can be taken away from it. */
final class ProgressControls extends Div {
    private final Consumer<ProgressAddress> change;
    private final Consumer<Region> share;
    private String shown = "";

    /**
     * @param change called with what the address is to say
     * @param share called when links to the region are wanted
     */
    ProgressControls(Consumer<ProgressAddress> change, Consumer<Region> share) {
        this.change = change;
        this.share = share;
        addClassName("tkf-controls");
    }

    /** Changes nothing if the same was shown before, so that nobody loses what is being typed. */
    void show(ProgressAddress address, Region region) {
        var now = address.behind(region.getCode());
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        removeAll();
        add(
                new DayField(address.asOf(), day -> change.accept(address.asOf(day))),
                new Choice(text("verification.list"))
                        .value(
                                false,
                                text("verification.list.all"),
                                null,
                                !address.onlyLate(),
                                only -> change.accept(address.onlyLate(only)))
                        .value(
                                true,
                                text("verification.list.late"),
                                null,
                                address.onlyLate(),
                                only -> change.accept(address.onlyLate(only))),
                new Choice(text("verification.order"))
                        .value(
                                Order.RISK,
                                text("verification.order.risk"),
                                null,
                                address.order() == Order.RISK,
                                order -> change.accept(address.order(order)))
                        .value(
                                Order.LACK,
                                text("verification.order.lack"),
                                null,
                                address.order() == Order.LACK,
                                order -> change.accept(address.order(order))),
                new Row(
                        file(address, region, "xlsx"),
                        file(address, region, "html"),
                        new Button(text("verification.link"), click -> share.accept(region))));
    }

    private static String programme(Region region) {
        var progress = region.getProgress();
        return progress == null
                ? ""
                : "&programme=" + Links.encode(progress.getProgramme().getId());
    }

    private static Anchor file(ProgressAddress address, Region region, String type) {
        var path = "/exports/progress/" + region.getCode() + "." + type + "?lang="
                + Language.current().tag() + programme(region)
                + (address.asOf() == null ? "" : "&asOf=" + address.asOf());
        return Links.calm(Links.out(path, text("verification.file." + type)));
    }
}
