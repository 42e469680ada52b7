package org.tongke.frontend.access;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.component.Taps;
import org.tongke.frontend.component.Toast;
import org.tongke.frontend.contract.types.Device;

/** Where one is signed in: each device with the way to sign it out, and all of them at once; and the own password. */
public final class DevicesCard extends Section {
    private final OwnDevices devices;
    private final H2 title = new H2(text("access.devices"));
    private final UnorderedList list = new UnorderedList();

    public DevicesCard(OwnDevices devices) {
        this.devices = devices;
        addClassName("tkf-card");
        title.getElement().setAttribute("tabindex", "-1");
        list.addClassName("tkf-lines");
        var what = new Paragraph(text("access.devices.what"));
        what.addClassName("tkf-soft");
        var everywhere = new Button(text("access.devices.everywhere"), click -> askEverywhere());
        var password =
                new Button(text("access.password.change"), click -> new PasswordDialog(devices, this::show).open());
        add(title, what, list, new Row(password, everywhere));
        show();
    }

    private void show() {
        list.removeAll();
        devices.list().stream().map(this::item).forEach(list::add);
    }

    private ListItem item(Device device) {
        var used = Formats.day(device.getUsedAt()) + " " + Formats.time(device.getUsedAt());
        var when = new Span(device.getCurrent() ? text("access.device.current") : text("access.device.used", used));
        when.addClassName("tkf-soft");
        var words = new Div(new Span(device.getLabel() + " "), when);
        if (device.getCurrent()) {
            return new ListItem(words);
        }
        var signOut = new Button(text("access.device.signOut"));
        signOut.addThemeName("tertiary");
        signOut.setAriaLabel(text("access.device.signOut.of", device.getLabel()));
        Taps.act(signOut, () -> {
            devices.signOut(device);
            show();
            title.getElement().executeJs("this.focus()");
            Toast.show(text("access.device.signedOut", device.getLabel()));
        });
        return new ListItem(words, signOut);
    }

    private void askEverywhere() {
        new AskDialog(
                        text("access.devices.everywhere.title"),
                        text("access.devices.everywhere.means"),
                        text("access.devices.everywhere.do"),
                        () -> {
                            devices.signOutEverywhere();
                            // the page that also takes away what is kept on the device
                            UI.getCurrent().getPage().setLocation("/m/sign-out");
                        })
                .open();
    }
}
