package org.tongke.backend.file.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongke.backend.file.inspection.Desk.assertQuarter;
import static org.tongke.backend.file.inspection.Desk.open;
import static org.tongke.backend.file.inspection.Desk.picture;
import static org.tongke.backend.file.inspection.Uploads.BLUE;
import static org.tongke.backend.file.inspection.Uploads.GREEN;
import static org.tongke.backend.file.inspection.Uploads.RED;
import static org.tongke.backend.file.inspection.Uploads.YELLOW;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnedPictureTest {

    @TempDir
    Path folder;

    Desk desk;

    @BeforeEach
    void openDesk() {
        desk = new Desk(folder);
    }

    /** The table of the EXIF standard itself: on which visible side the stored row 0 and column 0 are. */
    @ParameterizedTest
    @CsvSource({
        "1, top, left",
        "2, top, right",
        "3, bottom, right",
        "4, bottom, left",
        "5, left, top",
        "6, right, top",
        "7, right, bottom",
        "8, left, bottom"
    })
    void isKeptUpright(int code, String row0, String column0) throws Exception {
        var stored = Uploads.jpeg(Uploads.quarters(96, 64));
        try (var accepted = desk.accepts(Uploads.withExif(stored, new Exif().orientation(code)), MediaType.JPEG)) {
            var turned = row0.equals("left") || row0.equals("right");
            assertThat(picture(accepted).width()).isEqualTo(turned ? 64 : 96);
            assertThat(picture(accepted).height()).isEqualTo(turned ? 96 : 64);
            var kept = open(accepted.cleaned());
            assertThat(kept.getWidth()).isEqualTo(turned ? 64 : 96);
            var right = row0.equals("right") || column0.equals("right") ? 1 : 0;
            var bottom = row0.equals("bottom") || column0.equals("bottom") ? 1 : 0;
            assertQuarter(kept, right, bottom, RED);
            assertQuarter(kept, 1 - right, 1 - bottom, YELLOW);
            // Green lies in row 0 away from column 0, blue in column 0 away from row 0.
            assertQuarter(kept, turned ? right : 1 - right, turned ? 1 - bottom : bottom, GREEN);
            assertQuarter(kept, turned ? 1 - right : right, turned ? bottom : 1 - bottom, BLUE);
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "9", "77"})
    void isLeftAsItIsWhenTheCodeDoesNotExist(int code) throws Exception {
        var stored = Uploads.jpeg(Uploads.quarters(96, 64));
        try (var accepted = desk.accepts(Uploads.withExif(stored, new Exif().orientation(code)), MediaType.JPEG)) {
            assertQuarter(open(accepted.cleaned()), 0, 0, RED);
        }
    }

    @Test
    void isKeptUprightFromPng() throws Exception {
        var stored = Uploads.png(Uploads.quarters(96, 64));
        var turned = Uploads.withChunk(stored, "eXIf", new Exif().orientation(6).bytes());
        try (var accepted = desk.accepts(turned, MediaType.PNG)) {
            assertThat(picture(accepted).height()).isEqualTo(96);
            assertQuarter(open(accepted.cleaned()), 1, 0, RED);
        }
    }

    @Test
    void isKeptUprightFromWebp() throws Exception {
        var exif = new Exif().orientation(3).position(30.27, 120.15).bytes();
        var turned = Uploads.extendedWebp(Uploads.kept("lossy.webp"), 240, 160, exif);
        try (var accepted = desk.accepts(turned, MediaType.WEBP)) {
            assertThat(picture(accepted).position()).isEqualTo(new Position(30.27, 120.15));
            assertQuarter(open(accepted.cleaned()), 0, 0, BLUE);
            assertQuarter(open(accepted.cleaned()), 1, 0, RED);
        }
    }
}
