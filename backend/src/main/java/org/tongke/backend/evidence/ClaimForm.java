package org.tongke.backend.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Phrase;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.file.Tickets;
import org.tongke.backend.file.inspection.MediaType;

/** What can be said of a request without looking anything up. */
final class ClaimForm {
    static final int MOST_NAME = 200;
    static final int MOST_NOTE = 500;
    private static final long MEGABYTE = 1L << 20;
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Set<String> HEIC =
            Set.of("image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence");

    /** Tables that have only to be saved as XLSX. */
    private static final Map<String, ErrorCode> TABLES = Map.of(
            "application/vnd.ms-excel", ErrorCode.FILE_OLD_OR_LOCKED,
            "application/vnd.ms-excel.sheet.macroenabled.12", ErrorCode.FILE_MACROS);

    private ClaimForm() {}

    /** All that is wrong; empty if nothing is. */
    static List<Refusal> refusals(ClaimRequest request) {
        var found = new ArrayList<Refusal>();
        required("criterion", request.criterion()).ifPresent(found::add);
        required("fileName", request.fileName())
                .or(() -> tooLong("fileName", request.fileName(), MOST_NAME))
                .ifPresent(found::add);
        refusal(request.note()).ifPresent(found::add);
        size(request).ifPresent(found::add);
        type(request.mediaType()).ifPresent(found::add);
        if (!SHA256.matcher(request.sha256()).matches()) {
            found.add(Refusal.of(ErrorCode.MALFORMED, List.of("sha256"), new Phrase("evidence.sha256")));
        }
        return found;
    }

    /** What is kept of a note: nothing of a blank one. */
    static @Nullable String note(Optional<String> note) {
        return note.map(String::strip).filter(words -> !words.isEmpty()).orElse(null);
    }

    /** What is wrong with a note. */
    static Optional<Refusal> refusal(Optional<String> note) {
        return note.flatMap(words -> tooLong("note", words, MOST_NOTE));
    }

    /** What is wrong with the reason of a withdrawal. */
    static Optional<Refusal> reasonRefusal(String reason) {
        return required("reason", reason).or(() -> tooLong("reason", reason, MOST_NOTE));
    }

    private static Optional<Refusal> required(String name, String value) {
        return value.isBlank() ? Optional.of(Refusal.of(ErrorCode.REQUIRED, List.of(name))) : Optional.empty();
    }

    private static Optional<Refusal> tooLong(String name, String value, int most) {
        return value.codePointCount(0, value.length()) > most
                ? Optional.of(Refusal.of(ErrorCode.TOO_LONG, List.of(name), most))
                : Optional.empty();
    }

    private static Optional<Refusal> size(ClaimRequest request) {
        var path = List.of("sizeBytes");
        var sizeBytes = request.sizeBytes();
        var most = MediaType.find(request.mediaType()).map(MediaType::mostBytes).orElse(Tickets.MOST_BYTES);
        if (sizeBytes < 0) {
            return Optional.of(Refusal.of(ErrorCode.OUT_OF_RANGE, path, 1, most));
        }
        if (sizeBytes == 0) {
            return Optional.of(Refusal.of(ErrorCode.FILE_EMPTY, path));
        }
        return sizeBytes > most
                ? Optional.of(Refusal.of(ErrorCode.FILE_TOO_LARGE, path, most / MEGABYTE))
                : Optional.empty();
    }

    private static Optional<Refusal> type(String mediaType) {
        if (MediaType.find(mediaType).filter(FilesAsked::isProof).isPresent()) {
            return Optional.empty();
        }
        var name = mediaType.strip().toLowerCase(Locale.ROOT);
        var code = HEIC.contains(name) ? ErrorCode.FILE_HEIC : TABLES.getOrDefault(name, ErrorCode.FILE_TYPE_NOT_TAKEN);
        return Optional.of(Refusal.of(code, List.of("mediaType")));
    }
}
