package org.tongke.backend.base.error;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words for people, from the message files of the rooms: Simplified Chinese, or English for callers who ask for it. */
@Component
public class Texts {
    private final MessageSource messages;

    Texts(MessageSource messages) {
        this.messages = messages;
    }

    /** The language in which a caller is answered: English if asked for, else Simplified Chinese. */
    public static Locale languageOf(Locale wanted) {
        return "en".equals(wanted.getLanguage()) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    /** The words of a key, with what they name filled in. Throws if there is no such key: a bug, and a test looks for it. */
    public String get(String key, Locale locale, Object... arguments) {
        var plain = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            plain[i] = arguments[i] instanceof Phrase(var words, var named)
                    ? get(words, locale, named.toArray())
                    : arguments[i].toString();
        }
        return messages.getMessage(key, plain, languageOf(locale));
    }

    /** The words of a key with … where something is filled in. */
    public String pattern(String key, Locale locale) {
        return get(key, locale, "…", "…", "…", "…");
    }

    /** The words of a key without arguments; empty if there is no such key. */
    public Optional<String> find(String key, Locale locale) {
        return Optional.ofNullable(messages.getMessage(key, null, null, languageOf(locale)));
    }

    /** Refusals in words. */
    public List<UserError> userErrors(List<Refusal> refusals, Locale locale) {
        return refusals.stream().map(refusal -> userError(refusal, locale)).toList();
    }

    /** A refusal in words. */
    public UserError userError(Refusal refusal, Locale locale) {
        var words = get("error." + refusal.code(), locale, refusal.arguments().toArray());
        return new UserError(refusal.code(), refusal.path(), words);
    }
}
