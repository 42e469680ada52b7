package org.tongke.backend.file.graphql;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import org.tongke.backend.base.id.NodeFinder;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.file.FileOrigin;
import org.tongke.backend.file.FileView;
import org.tongke.backend.file.FileViewPage;
import org.tongke.backend.file.FileViews;
import org.tongke.backend.file.StoredFile;
import org.tongke.backend.file.StoredFiles;
import org.tongke.backend.file.UploadTicket;
import org.tongke.backend.file.address.FilePaths;
import reactor.core.publisher.Mono;

/** The section "file" of the schema. */
@Controller
class FileController {
    private final StoredFiles files;

    FileController(StoredFiles files, FileViews views, BatchLoaderRegistry loaders) {
        this.files = files;
        // a batch mapping takes no arguments, but this field has some: they are part of the loader's key
        loaders.<FileViewPage, Connection<FileView>>forName("fileViewPages")
                .registerMappedBatchLoader((pages, environment) -> Mono.fromCallable(() -> views.listEach(pages)));
    }

    @SchemaMapping
    Optional<String> url(StoredFile file) {
        return FilePaths.of(file);
    }

    @SchemaMapping
    Optional<String> thumbnailUrl(StoredFile file) {
        return FilePaths.thumbnailOf(file);
    }

    /** Limited by the guard in front of the field. */
    @BatchMapping
    Map<StoredFile, FileOrigin> origin(List<StoredFile> asked) {
        var origins = files.findOrigins(asked.stream().map(StoredFile::id).toList(), Scope.EVERYWHERE);
        return asked.stream()
                .distinct()
                .filter(file -> origins.containsKey(file.id()))
                .collect(Collectors.toMap(Function.identity(), file -> origins.get(file.id())));
    }

    @SchemaMapping
    CompletableFuture<Connection<FileView>> views(
            StoredFile file,
            @Argument int first,
            @Argument @Nullable String after,
            Scope scope,
            DataLoader<FileViewPage, Connection<FileView>> fileViewPages) {
        var page = PageRequest.of(FileViews.LIST, FileViews.LIST_KEYS, first, after);
        return fileViewPages.load(new FileViewPage(file.id(), new FileViewPage.Asked(page, scope)));
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
