package org.tongke.frontend.component;

import com.vaadin.flow.component.html.Anchor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** Links to our own pages. */
public final class Links {
    private Links() {}

    /** A link to a Flow page: the page is changed in place. */
    public static Anchor to(String path, String words) {
        return new Anchor(path, words);
    }

    /** A link that leaves Flow, to a pocket page or a file. */
    public static Anchor out(String path, String words) {
        var link = new Anchor(path, words);
        link.setRouterIgnore(true);
        return link;
    }

    /** The same link, looking like a button. */
    public static Anchor button(Anchor link) {
        link.addClassName("tkf-button");
        return link;
    }

    /** The same, for what stands beside the main act of a page. */
    public static Anchor calm(Anchor link) {
        button(link).addClassName("tkf-calm");
        return link;
    }

    /** The value of a part of the path, as it stood before {@link #encode}; Flow hands it on as it stands in the address. */
    public static String decode(String part) {
        return UriUtils.decode(part, StandardCharsets.UTF_8);
    }

    /** A value as part of a path or a query. */
    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
