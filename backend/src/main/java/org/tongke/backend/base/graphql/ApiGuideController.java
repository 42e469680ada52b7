package org.tongke.backend.base.graphql;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.subscription.Subscriptions;

/** What whoever writes a program wants to know of this server. Rooms above add what they know. */
@Controller
class ApiGuideController {
    private final ApiGuide guide;
    private final Texts texts;

    ApiGuideController(
            @Value("${tongke.explore:false}") boolean explorable,
            @Value("${tongke.graphql.max-depth:15}") int depth,
            @Value("${tongke.graphql.max-cost:50000}") int cost,
            Texts texts) {
        this.guide = new ApiGuide(
                explorable,
                new ApiLimits(
                        depth, cost, PageRequest.MOST, Limits.LARGEST_BODY, Subscriptions.MAXIMUM_PER_ACCOUNT, (int)
                                Subscriptions.OLDEST.toDays()));
        this.texts = texts;
    }

    @QueryMapping
    ApiGuide apiGuide() {
        return guide;
    }

    @SchemaMapping(typeName = "ApiGuide")
    List<ErrorWords> errorCodes(Locale locale) {
        return Stream.of(ErrorCode.values())
                .map(code -> new ErrorWords(code, texts.pattern("error." + code, locale)))
                .toList();
    }

    record ApiGuide(boolean explorable, ApiLimits limits) {}

    record ApiLimits(int depth, int cost, int pageSize, int bodyBytes, int subscriptions, int positionDays) {}

    record ErrorWords(ErrorCode code, String message) {}
}
