package org.tongke.frontend.verification.share;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.CopyButton;
import org.tongke.frontend.component.DayPicker;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.More;
import org.tongke.frontend.component.QrPicture;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.component.SureDialog;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.component.Toast;
import org.tongke.frontend.component.Today;
import org.tongke.frontend.contract.types.Programme;
import org.tongke.frontend.contract.types.Region;
import org.tongke.frontend.contract.types.ShareLink;
import org.tongke.frontend.contract.types.ShareLinkEdge;
import org.tongke.frontend.contract.types.UserError;

/** Makes a link by which people without an account see how a region stands; lists and ends those that hold. */
public final class ShareDialog extends Dialog {
    private static final int DAYS = 30;
    private static final int MOST_DAYS = 90;
    private static final int LONGEST_NOTE = 60;

    private final ShareLinks links;
    private final TextField note = new TextField(text("verification.link.note"));
    private final DayPicker lastDay = new DayPicker(text("verification.link.lastDay"));
    private final Button make = new Button(text("verification.link.make"));
    private final Div made = new Div();
    private final H3 heading = new H3(text("verification.link.links"));
    private final UnorderedList list = new UnorderedList();
    private final Div below = new Div();
    private UUID id = UUID.randomUUID();

    /**
     * @param region with its id and name
     * @param programme with its id and name
     */
    public ShareDialog(ShareLinks links, Region region, Programme programme) {
        this.links = links;
        setHeaderTitle(text("verification.link.title", region.getName()));
        note.setMaxLength(LONGEST_NOTE);
        note.setPlaceholder(text("verification.link.note.example"));
        var today = Today.on();
        lastDay.setMin(today);
        lastDay.setMax(today.plusDays(MOST_DAYS));
        lastDay.setValue(today.plusDays(DAYS));
        make.addThemeName("primary");
        Taps.act(make, () -> make(region, programme));
        made.addClassName("tkf-stack");
        heading.getElement().setAttribute("tabindex", "-1");
        list.addClassName("tkf-lines");
        var content = new Div(
                new Paragraph(text("verification.link.means", programme.getName())),
                note,
                lastDay,
                new Row(make),
                made,
                heading,
                list,
                below);
        content.addClassName("tkf-stack");
        add(content);
        getFooter().add(new Button(text("verification.link.close"), click -> close()));
        setWidth("min(40rem, calc(100vw - 2rem))");
        again();
    }

    private void make(Region region, Programme programme) {
        note.setInvalid(false);
        lastDay.setInvalid(false);
        var last = lastDay.getValue();
        if (last == null) {
            lastDay.setErrorMessage(text("verification.link.lastDay.missing"));
            lastDay.setInvalid(true);
            lastDay.focus();
            return;
        }
        try {
            var link = links.create(id, region.getId(), programme.getId(), note.getValue(), last);
            id = UUID.randomUUID();
            note.clear();
            showMade(link);
            again();
        } catch (RefusedException refused) {
            refused.errors().forEach(this::complain);
        }
    }

    private void complain(UserError error) {
        if (error.getPath().contains("note")) {
            note.setErrorMessage(error.getMessage());
            note.setInvalid(true);
            note.focus();
        } else {
            lastDay.setErrorMessage(error.getMessage());
            lastDay.setInvalid(true);
            lastDay.focus();
        }
    }

    private void showMade(ShareLink link) {
        var address = new Code(link.getUrl());
        address.addClassName("tkf-address");
        var copy = copy(link);
        copy.addThemeName("primary");
        made.removeAll();
        made.add(
                address,
                new Row(copy),
                new NativeDetails(
                        text("verification.link.qr"), new QrPicture(link.getUrl(), text("verification.link.qr.name"))));
        copy.focus();
    }

    private static CopyButton copy(ShareLink link) {
        return new CopyButton(text("verification.link.copy"), link.getUrl(), text("verification.link.copied"));
    }

    private void again() {
        list.removeAll();
        show(null);
    }

    private void show(@Nullable String after) {
        var page = links.list(after);
        page.getEdges().stream().map(ShareLinkEdge::getNode).map(this::item).forEach(list::add);
        heading.setVisible(list.getComponentCount() > 0);
        below.removeAll();
        More.below(below, page.getPageInfo(), this::show);
    }

    private ListItem item(ShareLink link) {
        var head = new Span(
                link.getNote() == null
                        ? link.getRegion().getName()
                        : text("verification.link.for", link.getRegion().getName(), link.getNote()));
        head.addClassName("tkf-line-name");
        var facts = new Span(text(
                "verification.link.facts",
                Formats.date(link.getEndsAt().minusNanos(1).toLocalDate()),
                link.getCreatedBy(),
                link.getProgramme().getName()));
        facts.addClassName("tkf-soft");
        var copy = copy(link);
        copy.addThemeName("tertiary");
        copy.setAriaLabel(text("verification.link.copy.of", head.getText()));
        var end = new Button(text("verification.link.end"));
        end.addThemeNames("tertiary", "error");
        end.setAriaLabel(text("verification.link.end.of", head.getText()));
        Taps.act(
                end,
                () -> new SureDialog(
                                text("verification.link.end.sure", head.getText()),
                                text("verification.link.end"),
                                () -> end(link))
                        .saying(text("verification.link.end.means"))
                        .open());
        return new ListItem(new Div(head, facts), new Row(copy, end));
    }

    private void end(ShareLink link) {
        links.end(link);
        made.removeAll();
        Toast.show(text("verification.link.ended"));
        again();
        // the button that had the focus is gone
        (heading.isVisible() ? heading : make).getElement().executeJs("setTimeout(() => this.focus())");
    }
}
