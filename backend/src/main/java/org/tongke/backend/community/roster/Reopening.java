package org.tongke.backend.community.roster;

import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A county's wish to change a locked roster, and what became of it.
 *
 * @param asked who asked, and why
 * @param city what the city decided; null as long as it has not
 * @param province what the province decided; null as long as it has not, or where the city refused
 */
public record Reopening(
        Signature asked, @Nullable Decided city, @Nullable Decided province) {

    /**
     * A decision.
     *
     * @param granted whether the roster may be changed
     */
    public record Decided(boolean granted, Signature by) {
        /** Whether somebody says the same again. */
        boolean isSame(Decided other) {
            return granted == other.granted
                    && by.account().equals(other.by.account())
                    && Objects.equals(by.reason(), other.by.reason());
        }

        Document toDocument() {
            return new Document("granted", granted).append("by", by.toDocument());
        }

        static Decided from(Document stored) {
            return new Decided(stored.getBoolean("granted"), Signature.from(stored.get("by", Document.class)));
        }
    }

    /** How far it has come. */
    public enum Stage {
        /** The city has to decide. */
        CITY_DECIDES,
        /** The city granted it; the province has to decide. */
        PROVINCE_DECIDES,
        /** City and province granted it: the roster is a draft again. */
        GRANTED,
        /** One of them refused. */
        REFUSED
    }

    /** How far it has come. */
    public Stage stage() {
        if (city == null) {
            return Stage.CITY_DECIDES;
        }
        if (!city.granted()) {
            return Stage.REFUSED;
        }
        if (province == null) {
            return Stage.PROVINCE_DECIDES;
        }
        return province.granted() ? Stage.GRANTED : Stage.REFUSED;
    }

    /** Whether somebody still has to decide. */
    public boolean isOpen() {
        return stage() == Stage.CITY_DECIDES || stage() == Stage.PROVINCE_DECIDES;
    }

    /** Whether the last decision says the same. */
    boolean says(Decided decision) {
        var last = province == null ? city : province;
        return last != null && last.isSame(decision);
    }

    /** Who said something of it last. */
    Signature last() {
        if (city == null) {
            return asked;
        }
        return province == null ? city.by() : province.by();
    }

    Reopening decided(Decided decision) {
        return city == null ? new Reopening(asked, decision, null) : new Reopening(asked, city, decision);
    }

    Document toDocument() {
        return new Document("asked", asked.toDocument())
                .append("city", city == null ? null : city.toDocument())
                .append("province", province == null ? null : province.toDocument());
    }

    static Reopening from(Document stored) {
        return new Reopening(
                Signature.from(stored.get("asked", Document.class)),
                decided(stored.get("city", Document.class)),
                decided(stored.get("province", Document.class)));
    }

    private static @Nullable Decided decided(@Nullable Document stored) {
        return stored == null ? null : Decided.from(stored);
    }
}
