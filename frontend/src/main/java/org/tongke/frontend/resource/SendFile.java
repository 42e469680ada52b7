package org.tongke.frontend.resource;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.shared.Registration;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.contract.types.ResourceFileInput;
import org.tongke.frontend.contract.types.UploadTicket;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file that somebody chooses, whose bytes go from the browser straight into the bucket. */
@Tag("tk-send-file")
@JsModule("context://flow/send-file.js")
final class SendFile extends Component implements HasComponents {
    private static final String PICKED = "tk-picked";
    private static final String SENT = "tk-sent";
    private static final String DETAIL = "event.detail";
    /** What a file field is to offer. Phones offer HEIC only as JPEG where JPEG alone is asked for. */
    private static final String TAKEN = "image/jpeg,image/png,image/webp,.pdf,.docx,.pptx,.xlsx";

    private static final JsonMapper JSON = JsonMapper.shared();

    private @Nullable ResourceFileInput file;
    private @Nullable Registration sending;

    /** @param picked called when another file is chosen, or none */
    SendFile(Runnable picked) {
        var field = new Input();
        field.setType("file");
        field.getElement().setAttribute("accept", TAKEN);
        var label = new NativeLabel();
        label.addClassName("tkf-pick");
        var button = new Span(text("resource.file"));
        button.addClassNames("tkf-button", "tkf-calm");
        var name = new Span();
        name.addClassName("tkf-pick-name");
        label.add(field, button, name);
        var progress = new Element("progress");
        progress.setAttribute("max", "1").setAttribute("aria-label", text("resource.sending"));
        var sent = new Div(new Span(text("resource.sending")));
        sent.addClassName("tkf-sending");
        sent.getElement().setAttribute("hidden", true).appendChild(progress);
        add(label, sent);
        getElement()
                .addEventListener(PICKED, event -> {
                    file = read(event.getEventData().path(DETAIL));
                    picked.run();
                })
                .addEventData(DETAIL);
    }

    private static @Nullable ResourceFileInput read(JsonNode detail) {
        var name = detail.path("name").asString("");
        return name.isEmpty()
                ? null
                : ResourceFileInput.newBuilder()
                        .fileName(name)
                        .mediaType(detail.path("type").asString(""))
                        .sizeBytes(detail.path("size").asInt(0))
                        .sha256(detail.path("sha256").asString(""))
                        .build();
    }

    /** What is chosen. */
    Optional<ResourceFileInput> chosen() {
        return Optional.ofNullable(file);
    }

    /**
     * Sends the bytes of what is chosen.
     *
     * @param ended called with the HTTP status that the bucket answers, 0 where the link broke
     */
    void send(UploadTicket ticket, IntConsumer ended) {
        if (sending != null) {
            sending.remove();
        }
        sending = getElement()
                .addEventListener(
                        SENT,
                        event -> ended.accept(event.getEventData().path(DETAIL).asInt(0)))
                .addEventData(DETAIL);
        getElement().callJsFunction("send", JSON.writeValueAsString(written(ticket)));
    }

    private static Map<String, ?> written(UploadTicket ticket) {
        var fields = ticket.getFields().stream()
                .map(field -> Map.of("name", field.getName(), "value", field.getValue()))
                .toList();
        var parts = ticket.getParts().stream()
                .map(part -> Map.of(
                        "offsetBytes", part.getOffsetBytes(),
                        "sizeBytes", part.getSizeBytes(),
                        "url", part.getUrl(),
                        "arrived", part.getArrived()))
                .toList();
        return Map.of("url", Optional.ofNullable(ticket.getUrl()).orElse(""), "fields", fields, "parts", parts);
    }
}
