package org.tongke.standalone.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongke.standalone.support.Phone;

/** A clerk's photo of a lesson meets a criterion, and the county's open page says so. */
@Tag("browser")
class PhotoJourneyTest {
    private static final String COMMUNITY = "云溪实验小学教共体";
    private static final double THREE_SECONDS = 3_000;

    @Test
    void aPhotoMovesTheCountysPage() throws IOException {
        try (var desk = Phone.of(1280, 800, ColorScheme.LIGHT, "zh-CN").signedInAs("county");
                var phone = Phone.small().signedInAs("clerk")) {
            desk.page().navigate("/progress");
            var row = desk.page()
                    .locator("tr, li")
                    .filter(new Locator.FilterOptions().setHasText(COMMUNITY))
                    .first();
            assertThat(row).isVisible();
            var before = row.innerText();

            upload(phone.page());

            assertThat(lessons(phone.page())).containsText("已达标");
            assertThat(row).not().hasText(before, new LocatorAssertions.HasTextOptions().setTimeout(THREE_SECONDS));

            phone.page().navigate("/school");
            assertThat(phone.page().locator("img[src^='/files/']").first()).isVisible();
        }
    }

    /** Three taps from the start page on, and what the phone asks then: which picture. */
    private static void upload(Page page) throws IOException {
        page.navigate("/m/today");
        page.locator(".tk-bar-place[href='/school']").click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("开展线上教学活动.*上传佐证")))
                .first()
                .click();
        var gallery = page.locator("label.tk-pick-act").last();
        var picker = page.waitForFileChooser(gallery::click);
        picker.setFiles(new FilePayload("课堂.jpg", "image/jpeg", classroom()));
    }

    /** The criterion that asks for pictures of lessons. */
    private static Locator lessons(Page page) {
        return page.locator("label").filter(new Locator.FilterOptions().setHasText("开展线上教学活动"));
    }

    /** A picture of its own kind: large enough to be shrunk by the phone. */
    private static byte[] classroom() throws IOException {
        var picture = new BufferedImage(3200, 2400, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, new Color(0x1F6F78), 3200, 2400, new Color(0xF2C14E)));
        pen.fillRect(0, 0, 3200, 2400);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", bytes);
        return bytes.toByteArray();
    }
}
