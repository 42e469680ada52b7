package org.tongke.backend.journey;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole backend is killed while a file is taken. Apart from the other kills, so that both go at once. */
@Tag("slow")
class KilledUploadTest extends KilledJourney {
    @Test
    void isKilledBetweenAnyTwoSteps() throws Exception {
        killAt(
                new Point("upload.begun", "confirm photo"),
                new Point("upload.file-put", "confirm photo"),
                new Point("upload.thumbnail-put", "confirm photo"),
                new Point("upload.file-recorded", "confirm photo"),
                new Point("upload.claimed", "confirm photo"),
                new Point("upload.confirmed", "confirm photo"),
                new Point("upload.refused", "confirm text"));
    }
}
