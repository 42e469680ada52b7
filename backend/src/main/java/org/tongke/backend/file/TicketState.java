package org.tongke.backend.file;

/** How far an upload has come. */
public enum TicketState {
    /** The bytes are awaited or being looked at. */
    OPEN,
    /** The file is stored and claimed. */
    CONFIRMED,
    /** The file was refused; the ticket keeps why. */
    REFUSED,
    /** The bytes did not come in time. */
    EXPIRED
}
