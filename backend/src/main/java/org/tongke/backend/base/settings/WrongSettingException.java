package org.tongke.backend.base.settings;

import java.util.List;
import java.util.Locale;

/** Settings with which the backend does not start. */
public final class WrongSettingException extends RuntimeException {
    private final transient List<WrongSetting> wrong;

    /**
     * One of them. What was given is not repeated: it may be a secret.
     *
     * @param name its name, as in {@code tongke.public-url}
     * @param wanted what it must be
     */
    public record WrongSetting(String name, String wanted) {
        /** Its name in the environment, as in {@code TONGKE_PUBLIC_URL}. */
        public String variable() {
            return name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return name + " (" + variable() + ") must be " + wanted;
        }
    }

    WrongSettingException(List<WrongSetting> wrong) {
        super(wrong.toString(), null, false, false);
        this.wrong = List.copyOf(wrong);
    }

    /** All that are wrong, at least one. */
    public List<WrongSetting> wrong() {
        return wrong;
    }
}
