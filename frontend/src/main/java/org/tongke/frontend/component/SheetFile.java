package org.tongke.frontend.component;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.function.Consumer;

/** Takes a table as a file, by choosing or dropping it, one after the other as often as somebody likes. */
public final class SheetFile extends Upload {
    private static final int MOST_BYTES = 5 << 20;

    /** @param take called with the content of each file */
    public SheetFile(Consumer<byte[]> take) {
        setUploadHandler(UploadHandler.inMemory((about, content) -> take.accept(content)));
        setMaxFiles(1);
        setMaxFileSize(MOST_BYTES);
        setAcceptedFileExtensions(".xlsx", ".csv", ".txt");
        setUploadButton(new Button(text("shell.sheet.choose")));
        setDropLabel(new Span(text("shell.sheet.drop")));
        setI18n(words());
        addFileRejectedListener(rejected -> Toast.show(text("shell.sheet.rejected")));
        // else there would be no room for a second one
        addAllFinishedListener(finished -> clearFileList());
    }

    private static UploadI18N words() {
        var sending = text("shell.sheet.sending");
        var failed = text("shell.sheet.failed");
        return new UploadI18N()
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(sending)
                                .setStalled(sending)
                                .setHeld(sending)
                                .setProcessing(text("shell.sheet.reading")))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix("")
                                .setUnknown(sending))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(failed)
                                .setUnexpectedServerError(failed)
                                .setForbidden(failed)))
                .setFile(new UploadI18N.File()
                        .setRetry(text("shell.sheet.again"))
                        .setStart(text("shell.sheet.again"))
                        .setRemove(text("shell.sheet.remove")));
    }
}
