package org.tongke.frontend.component;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import io.nayuki.qrcodegen.QrCode;

/** A text as a QR code, for a phone's camera: dark on light in every theme, as cameras want it. */
public final class QrPicture extends Div {
    /** Light modules around the code that its standard asks for. */
    private static final int BORDER = 4;

    /**
     * @param content what the code says
     * @param name what it is, for those who do not see it
     */
    public QrPicture(String content, String name) {
        addClassName("tkf-qr");
        getElement().setAttribute("role", "img").setAttribute("aria-label", name);
        add(new Html(picture(QrCode.encodeText(content, QrCode.Ecc.MEDIUM))));
    }

    private static String picture(QrCode code) {
        var dark = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    dark.append("M%d,%dh1v1h-1z".formatted(x + BORDER, y + BORDER));
                }
            }
        }
        var side = code.size + 2 * BORDER;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges" aria-hidden="true">\
                <rect width="%1$d" height="%1$d" fill="#fff"></rect><path d="%2$s" fill="#000"></path></svg>""".formatted(side, dark);
    }
}
