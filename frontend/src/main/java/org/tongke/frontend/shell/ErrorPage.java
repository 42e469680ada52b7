package org.tongke.frontend.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.tongke.frontend.component.PlainPage;

/** What a browser sees where an address leads to no page at all, or the server fails outside of one. */
@Component("error")
class ErrorPage implements View {

    @Override
    public String getContentType() {
        return "text/html";
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        var isOurs = response.getStatus() >= HttpStatus.INTERNAL_SERVER_ERROR.value();
        PlainPage.write(request, response, isOurs ? "shell.error" : "shell.notFound", "/", "shell.home");
    }
}
