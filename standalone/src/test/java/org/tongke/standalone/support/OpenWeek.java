package org.tongke.standalone.support;

import java.time.LocalDate;
import java.time.ZoneId;
import org.tongke.backend.access.Accounts;
import org.tongke.backend.timetable.link.WeekLinks;

/** A link to the week of one of the demo's people. */
public final class OpenWeek {
    private OpenWeek() {}

    /** Opens it until tomorrow; says the address of its page on this server. */
    public static String of(String account) {
        var owner =
                Product.get().bean(Accounts.class).find(account).orElseThrow().asViewer();
        var tomorrow = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1);
        var url = Product.get().bean(WeekLinks.class).open(owner, tomorrow).url();
        return url.substring(Product.get().address().length());
    }
}
