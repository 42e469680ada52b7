package org.tongke.backend.base.error;

/** Every code of an error, as the schema describes them; a published code keeps its meaning. */
public enum ErrorCode {
    /** Top level: the request is not one that this schema understands. */
    BAD_REQUEST,
    /** Top level: nobody is signed in, or the token is unknown, expired or revoked. */
    UNAUTHENTICATED,
    /** Top level: no role of the caller may use this field, whatever the arguments. */
    FORBIDDEN,
    /** Top level: a request by cookie, or without a token, names no known operation. */
    UNKNOWN_OPERATION,
    /** Top level: the document nests deeper than allowed. */
    TOO_DEEP,
    /** Top level: the document asks for more than allowed at once. */
    TOO_COSTLY,
    /** Top level: `first` is not from 1 to 100. */
    PAGE_SIZE_OUT_OF_RANGE,
    /** Top level: the cursor was not given by this list. */
    CURSOR_INVALID,
    /** Top level: the position of a subscription is too old to go on from. */
    POSITION_TOO_OLD,
    /** Top level: the caller has as many subscriptions open as are allowed. */
    TOO_MANY_STREAMS,
    /** Top level: the server ends a subscription, which can go on from its last position. */
    STREAM_ENDED,
    /** Top level: a fault of the server; the log has it under `extensions.requestId`. */
    INTERNAL,
    /** Top level: a part that the server needs does not answer; try again. */
    UNAVAILABLE,
    /** The thing named does not exist, or not for the caller. */
    NOT_FOUND,
    /** A value that must be there is missing or blank. */
    REQUIRED,
    /** A text is longer than allowed. */
    TOO_LONG,
    /** A number or a date is outside the allowed range. */
    OUT_OF_RANGE,
    /** A value is not written as its description says. */
    MALFORMED,
    /** The thing was changed since it was read; read it again. */
    REVISION_STALE,
    /** The client's id was used before, with other content. */
    ID_REUSED,
    /** What the caller saw is not what is there now. */
    CONFLICT,
    /** Somebody else has decided meanwhile. */
    DECIDED_MEANWHILE,
    /** The community does not stand as the decision needs it. */
    NOT_READY,
    /** Somebody would judge what he or she uploaded. */
    OWN_EVIDENCE,
    /** Name or password is wrong. */
    SIGN_IN_FAILED,
    /** Too many tries with this name; wait. */
    TOO_MANY_TRIES,
    /** The start code is right, and asks for a password of one's own. */
    PASSWORD_NEEDED,
    /** The start code is right, but past its time. */
    START_CODE_EXPIRED,
    /** The password is too easy to guess. */
    PASSWORD_WEAK,
    /** Another account signs in with this name. */
    NAME_TAKEN,
    /** Another office manages the account or the role. */
    NOT_YOUR_OFFICE,
    /** A role of this kind does not hold at a place of this kind. */
    PLACE_UNFIT,
    /** It is the only role of the account. */
    LAST_ROLE,
    /** The account is closed. */
    ACCOUNT_CLOSED,
    /** A token of this account cannot have this scope. */
    SCOPE_UNFIT,
    /** The account has as many tokens as it can. */
    TOKEN_LIMIT,
    /** This server makes no sandbox tokens: it holds no demo. */
    SANDBOX_CLOSED,
    /** As many sandbox tokens as are allowed are in use; wait until one ends. */
    SANDBOX_FULL,
    /** The timetable follows as many channels as it can. */
    FOLLOW_LIMIT,
    /** The timetable holds as many things of this sort as it can. */
    TIMETABLE_FULL,
    /** The activity has not begun yet, so nobody can say that it took place. */
    NOT_BEGUN,
    /** The activity is cancelled. */
    CANCELLED,
    /** The activity is reported by a supplier and changed only there. */
    OF_SUPPLIER,
    /** Nobody else reports the lesson. */
    NO_TWINS,
    /** None of the schools is one of the caller's. */
    SCHOOLS_NOT_YOURS,
    /** The activity does not belong to the community. */
    ACTIVITY_NOT_OF_COMMUNITY,
    /** The programme asks for nothing of that kind at this criterion. */
    CRITERION_UNKNOWN,
    /** The criterion asks for another kind of file. */
    FILE_KIND_NOT_ASKED,
    /** The evidence was withdrawn or replaced. */
    EVIDENCE_NOT_CURRENT,
    /** The teacher works at another school in some of these days. */
    EXCHANGE_OVERLAPS,
    /** The exchange period was withdrawn. */
    EXCHANGE_WITHDRAWN,
    /** The file has no bytes. */
    FILE_EMPTY,
    /** The file is larger than allowed. */
    FILE_TOO_LARGE,
    /** Files of this type are not taken. */
    FILE_TYPE_NOT_TAKEN,
    /** HEIC pictures cannot be read; the phone can send JPEG. */
    FILE_HEIC,
    /** The file is not of the type it claims. */
    FILE_TYPE_DIFFERS,
    /** The file is broken or cut off. */
    FILE_BROKEN,
    /** What is packed in the file is far more than such a file has. */
    FILE_UNPACKS_TOO_LARGE,
    /** The picture has more pixels than allowed. */
    FILE_TOO_MANY_PIXELS,
    /** The document has more pages than allowed. */
    FILE_TOO_MANY_PAGES,
    /** The document asks for a password. */
    FILE_ENCRYPTED,
    /** The document has scripts or starts a program. */
    FILE_SCRIPTS,
    /** The document holds other files. */
    FILE_FILES_INSIDE,
    /** The file has macros. */
    FILE_MACROS,
    /** The table is in a form before XLSX or has a password. */
    FILE_OLD_OR_LOCKED,
    /** The file is neither a workbook nor a text with rows. */
    FILE_NOT_A_TABLE,
    /** The table has more rows than are taken at once. */
    SHEET_TOO_LARGE,
    /** The bytes have not arrived. */
    FILE_NOT_ARRIVED,
    /** More or fewer bytes arrived than the ticket says. */
    FILE_SIZE_DIFFERS,
    /** Other bytes arrived than the ticket says. */
    FILE_HASH_DIFFERS,
    /** The ticket is past its time. */
    TICKET_EXPIRED,
    /** The batch has more rows than allowed. */
    BATCH_TOO_LARGE,
    /** Row: this revision was used before with other content. */
    REVISION_REUSED,
    /** Row: this report was discarded by hand. */
    ROW_DISCARDED,
    /** Row: no school has this name or code. */
    SCHOOL_UNKNOWN,
    /** Row: several schools have this name. */
    SCHOOL_AMBIGUOUS,
    /** The community names the school twice. */
    SCHOOL_TWICE,
    /** The school lies in another county than the core school. */
    SCHOOL_OF_OTHER_COUNTY,
    /** The school is an urban one, which can only be a core school (annex 1, notes 二.4). */
    SCHOOL_URBAN,
    /** The school is a rural one, which can only be a member school (annex 1, notes 二.4). */
    SCHOOL_RURAL,
    /** The roster is handed in; the county must take it back first. */
    ROSTER_SUBMITTED,
    /** The roster is locked; the county can ask that it be opened again. */
    ROSTER_LOCKED,
    /** The roster is not handed in. */
    ROSTER_NOT_SUBMITTED,
    /** The roster is not locked, so that nothing need be opened again. */
    ROSTER_NOT_LOCKED,
    /** The roster plans no community. */
    ROSTER_EMPTY,
    /** What is entered breaks a rule of the notice. */
    ROSTER_RULE,
    /** The table has errors that must be mended first. */
    ROSTER_HAS_ERRORS,
    /** What the table would do now is not what the caller saw. */
    PREVIEW_STALE,
    /** The county has asked already, and nobody has decided yet. */
    REOPENING_ASKED,
    /** There is nothing for the caller's level to decide now. */
    REOPENING_NOT_DUE,
    /** Another school has this code. */
    SCHOOL_CODE_TAKEN,
    /** Another school of the county has this full name. */
    SCHOOL_NAME_TAKEN,
    /** Another teacher has this number. */
    TEACHER_NUMBER_TAKEN,
    /** What stands has changed since the import was tried. */
    IMPORT_STALE,
    /** Row: the schools belong to no community together. */
    COMMUNITY_UNKNOWN,
    /** Row: the schools belong to several communities together. */
    COMMUNITY_AMBIGUOUS,
    /** No subject has this name or code. */
    SUBJECT_UNKNOWN,
    /** No grade has this name or code. */
    GRADE_UNKNOWN,
    /** Row: several teachers of the school have this name. */
    TEACHER_AMBIGUOUS,
    /** No kind of activity has this code. */
    KIND_UNKNOWN,
    /** The kind has no attribute of this name. */
    ATTRIBUTE_UNKNOWN,
    /** The value is not one that the kind's schema allows. */
    ATTRIBUTE_INVALID,
    /** The schema is not one that a kind of activity can have. */
    KIND_SCHEMA_INVALID,
    /** The end is not after the start. */
    TIMES_BACKWARDS,
    /** The activity lasts more than 24 hours. */
    LASTS_TOO_LONG,
    /** The period begins before the one before it has ended. */
    PERIODS_OVERLAP,
    /** A target asks for no more than stands already; it is never lowered. */
    TARGET_NOT_RAISED,
    /** A target asks for no core school beside its members. */
    TARGET_WITHOUT_CORE,
    /** The school belongs to another new community of the same programme. */
    SCHOOL_IN_OTHER_COMMUNITY,
    /** The address is none that a browser fetches. */
    LINK_NOT_TAKEN,
    /** Files of this type cannot be shared. */
    RESOURCE_TYPE_NOT_TAKEN,
    /** The resource was taken back. */
    RESOURCE_WITHDRAWN,
    /** The files that the school shares take as much as they can. */
    QUOTA_FULL,
    /** No school meets the rule. */
    PUSH_MEETS_NOBODY,
    /** All schools of the region meet the rule; that must be confirmed. */
    PUSH_MEETS_EVERYBODY,
    /** The push is on its way, delivered or taken back, and can no longer be edited. */
    PUSH_NOT_PLANNED,
    /** The push is not delivered, or was taken back. */
    PUSH_NOT_DELIVERED,
    /** All schools have opened the push; there is nobody to remind. */
    PUSH_OPENED_BY_ALL,
    /** The resource is neither the centre's own nor accepted by it. */
    RESOURCE_NOT_ACCEPTED,
    /** The recommendation is decided otherwise, or closed. */
    RECOMMENDATION_DECIDED
}
