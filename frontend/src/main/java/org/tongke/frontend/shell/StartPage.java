package org.tongke.frontend.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tongke.frontend.access.SignedIn;

/**
 * The front door: leads everybody to the page that he or she begins with, and shows a stranger the public one. A filter and no page, since
 * Flow's own requests come to the same path, with a parameter of theirs.
 */
@Component
class StartPage extends OncePerRequestFilter {
    private static final String FLOW = "v-r";
    private static final String ELSE = "/me";
    private static final String PUBLIC = "/public";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("GET")
                || !request.getRequestURI().equals("/")
                || request.getParameter(FLOW) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var person = SignedIn.current();
        if (person.isEmpty()) {
            request.getRequestDispatcher(PUBLIC).forward(request, response);
            return;
        }
        var path = Optional.ofNullable(person.get().account().getStartPath())
                .filter(StartPage::isOurs)
                .orElse(ELSE);
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader(HttpHeaders.LOCATION, path);
    }

    private static boolean isOurs(String path) {
        return path.length() > 1 && path.charAt(0) == '/' && path.charAt(1) != '/';
    }
}
