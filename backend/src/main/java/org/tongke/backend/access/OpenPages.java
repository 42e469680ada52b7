package org.tongke.backend.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.live.LiveGuard;
import org.tongke.backend.base.who.Viewer;

/** An open page hears of changes for as long as its token holds. */
@Component
class OpenPages implements LiveGuard {
    private final Tokens tokens;

    OpenPages(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Viewer viewerNow(HttpServletRequest request) {
        return CallerFilter.findToken(request)
                .flatMap(tokens::find)
                .map(Tokens.Caller::viewer)
                .orElse(Viewer.NOBODY);
    }
}
