package org.tongke.backend.base.error;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Payloads of mutations: the thing, or what to mend. */
@Component
public class Answers {
    private final Texts texts;

    Answers(Texts texts) {
        this.texts = texts;
    }

    /**
     * Runs a command and wraps what comes of it.
     *
     * @param payload makes the payload of the thing (null when refused) and the errors (empty when done)
     */
    public <T, P> P to(Supplier<T> command, BiFunction<@Nullable T, List<UserError>, P> payload, Locale locale) {
        try {
            return payload.apply(command.get(), List.of());
        } catch (RefusedException refused) {
            return payload.apply(null, texts.userErrors(refused.refusals(), locale));
        }
    }
}
