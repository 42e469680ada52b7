package org.tongke.backend.journey;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole backend is killed while a file is taken. Apart from the other kills, so that both go at once. */
@Tag("slow")
class KilledUploadTest extends KilledJourney {
    @ParameterizedTest
    @CsvSource({
        "upload.begun, confirm photo",
        "upload.file-put, confirm photo",
        "upload.thumbnail-put, confirm photo",
        "upload.file-recorded, confirm photo",
        "upload.claimed, confirm photo",
        "upload.confirmed, confirm photo",
        "upload.refused, confirm text"
    })
    void isKilledAt(String point, String unanswered) throws Exception {
        killAt(point, unanswered);
    }
}
