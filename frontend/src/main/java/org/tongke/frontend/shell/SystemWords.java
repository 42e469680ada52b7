package org.tongke.frontend.shell;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.SystemMessagesProvider;
import com.vaadin.flow.server.VaadinServiceInitListener;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.tongke.frontend.component.Language;

/** What an open page says when the server knows it no more: what happened, and that a tap opens it again at the same address. */
@Component
class SystemWords implements VaadinServiceInitListener, SystemMessagesProvider {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(this);
    }

    @Override
    public SystemMessages getSystemMessages(SystemMessagesInfo info) {
        var language = info.getRequest() instanceof HttpServletRequest request
                ? Language.of(request)
                : Language.of(info.getLocale());
        var words = new CustomizedSystemMessages();
        // Opened again without a word, the page would look as if the tap had been taken.
        words.setSessionExpiredNotificationEnabled(true);
        words.setSessionExpiredCaption(text(language, "shell.expired.title"));
        words.setSessionExpiredMessage(text(language, "shell.expired.why"));
        words.setCookiesDisabledCaption(text(language, "shell.cookies.title"));
        words.setCookiesDisabledMessage(text(language, "shell.cookies.why"));
        words.setInternalErrorCaption(text(language, "shell.error.title"));
        words.setInternalErrorMessage(text(language, "shell.error.again"));
        words.setSyncErrorNotificationEnabled(true);
        words.setSyncErrorCaption(text(language, "shell.error.title"));
        words.setSyncErrorMessage(text(language, "shell.error.again"));
        return words;
    }
}
