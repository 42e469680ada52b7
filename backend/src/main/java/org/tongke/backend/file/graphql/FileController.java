package org.tongke.backend.file.graphql;

import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.base.id.NodeFinder;
import org.tongke.backend.file.StoredFile;
import org.tongke.backend.file.StoredFiles;
import org.tongke.backend.file.UploadTicket;

/** The section "file" of the schema. */
@Controller
class FileController {
    private final StoredFiles files;

    FileController(StoredFiles files) {
        this.files = files;
    }

    @SchemaMapping
    String url(StoredFile file) {
        return files.address(file);
    }

    @SchemaMapping
    Optional<String> thumbnailUrl(StoredFile file) {
        return files.findThumbnailAddress(file);
    }

    @SchemaMapping
    String id(UploadTicket ticket) {
        return ticket.ticket().globalId().encode();
    }

    @SchemaMapping
    List<FormField> fields(UploadTicket ticket) {
        return ticket.fields().entrySet().stream()
                .map(field -> new FormField(field.getKey(), field.getValue()))
                .toList();
    }

    @Bean
    static NodeFinder fileNodes(StoredFiles files) {
        return NodeFinder.of(StoredFile.class, (raw, viewer, scope) -> files.find(raw, scope));
    }

    /** A field of the form that is posted. */
    record FormField(String name, String value) {}
}
