package org.tongke.backend.file;

/** What a room above makes of a file that arrived with a ticket of its own. */
public interface Claimant {
    /** Whether it is this room that asked for the ticket. */
    boolean isFor(Ticket ticket);

    /**
     * Writes down what the ticket claims. Given the same ticket again, it changes nothing: a step that was cut off is repeated,
     * by the sender or by the sweep.
     */
    void claim(Ticket ticket, StoredFile file);
}
