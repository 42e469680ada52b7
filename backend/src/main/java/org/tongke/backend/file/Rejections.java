package org.tongke.backend.file;

import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.file.inspection.RejectionReason;

/** Why a file is refused, as the sender can mend it. */
final class Rejections {
    private static final long MEGABYTE = 1L << 20;

    private Rejections() {}

    static Refusal refusal(RejectionReason reason) {
        return switch (reason) {
            case RejectionReason.Empty _ -> of(ErrorCode.FILE_EMPTY);
            case RejectionReason.TooLarge(var _, var most) -> of(ErrorCode.FILE_TOO_LARGE, most / MEGABYTE);
            case RejectionReason.NotThatType _ -> of(ErrorCode.FILE_TYPE_DIFFERS);
            case RejectionReason.HeicUnsupported _ -> of(ErrorCode.FILE_HEIC);
            case RejectionReason.Truncated _, RejectionReason.Undecodable _ -> of(ErrorCode.FILE_BROKEN);
            case RejectionReason.UnpacksTooLarge _ -> of(ErrorCode.FILE_UNPACKS_TOO_LARGE);
            case RejectionReason.TooManyPixels(var width, var height, var _) ->
                of(ErrorCode.FILE_TOO_MANY_PIXELS, width, height);
            case RejectionReason.PasswordProtected _ -> of(ErrorCode.FILE_ENCRYPTED);
            case RejectionReason.Scripts _ -> of(ErrorCode.FILE_SCRIPTS);
            case RejectionReason.FilesInside _ -> of(ErrorCode.FILE_FILES_INSIDE);
            case RejectionReason.Macros _ -> of(ErrorCode.FILE_MACROS);
            case RejectionReason.OldOrLocked _ -> of(ErrorCode.FILE_OLD_OR_LOCKED);
            case RejectionReason.TooManyPages(var most) -> of(ErrorCode.FILE_TOO_MANY_PAGES, most);
        };
    }

    static Refusal of(ErrorCode code, Object... arguments) {
        return Refusal.of(code, Tickets.PATH, arguments);
    }
}
