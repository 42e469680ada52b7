package org.tongke.backend.file.inspection;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the first bytes of a file promise. Only a promise: the decoder decides. */
enum Signature {
    JPEG(MediaType.JPEG),
    PNG(MediaType.PNG),
    WEBP(MediaType.WEBP),
    PDF(MediaType.PDF),
    /** A ZIP, which may be a table, a text or slides. */
    ZIP(MediaType.XLSX),
    /** The container of Microsoft's older formats, in which today's are put when they get a password. */
    OLE(null),
    HEIC(null),
    UNKNOWN(null);

    /** Readers of PDF accept its mark anywhere in the first 1,024 bytes, and some producers rely on it. */
    private static final int LOOKED_AT_BYTES = 1024;

    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "msf1");

    private final @Nullable MediaType type;

    Signature(@Nullable MediaType type) {
        this.type = type;
    }

    /** The type promised, null when it is none that can be accepted. */
    @Nullable
    MediaType type() {
        return type;
    }

    /** Whether a file that begins so may be of a type. */
    boolean promises(MediaType declared) {
        return this == ZIP ? declared.isOffice() : declared == type;
    }

    static Signature of(byte[] file) {
        var head = new String(file, 0, Math.min(file.length, LOOKED_AT_BYTES), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return WEBP;
        }
        if (head.startsWith("PK\3\4")) {
            return ZIP;
        }
        if (head.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return OLE;
        }
        if (head.startsWith("ftyp", 4) && head.length() >= 12 && HEIC_BRANDS.contains(head.substring(8, 12))) {
            return HEIC;
        }
        return head.contains("%PDF-") ? PDF : UNKNOWN;
    }
}
