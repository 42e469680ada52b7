package org.tongke.standalone.support;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.UUID;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.tongke.backend.access.Accounts;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;

/** An officer of a county with an account of his or her own, so that a journey disturbs no other. The password is that of the demo. */
public record Officer(String signInName) {

    /** A new one of the county with a division code. */
    public static Officer of(String code) {
        var id = "officer-" + UUID.randomUUID().toString().substring(0, 8);
        // the least strength: nothing is to be protected here
        var hash = new BCryptPasswordEncoder(4).encode("tongke");
        Product.get()
                .bean(Accounts.class)
                .put(id, "潘老师", id, hash, List.of(Grant.at(Role.COUNTY_OFFICER, PlaceKey.region(code))));
        return new Officer(id);
    }

    /** A browser on a desk in which the officer is signed in. */
    public Phone atDesk() {
        return Phone.of(1280, 800, ColorScheme.LIGHT, "zh-CN").signedInAs(signInName);
    }

    /** The same on a phone. */
    public Phone onPhone() {
        return Phone.small().signedInAs(signInName);
    }
}
