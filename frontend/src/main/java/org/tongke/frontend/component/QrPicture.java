package org.tongke.frontend.component;

import com.vaadin.flow.component.html.Image;
import io.nayuki.qrcodegen.QrCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A text as a QR code, for a phone's camera: dark on light in every theme, as cameras want it. */
public final class QrPicture extends Image {
    /** Light modules around the code that its standard asks for. */
    private static final int BORDER = 4;

    /**
     * @param content what the code says
     * @param name what it is, for those who do not see it
     */
    public QrPicture(String content, String name) {
        super(address(picture(QrCode.encodeText(content, QrCode.Ecc.MEDIUM))), name);
        addClassName("tkf-qr");
    }

    private static String address(String svg) {
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
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
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
                <rect width="%1$d" height="%1$d" fill="#fff"/><path d="%2$s"/></svg>""".formatted(code.size + 2 * BORDER, dark);
    }
}
