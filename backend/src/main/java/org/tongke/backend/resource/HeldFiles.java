package org.tongke.backend.resource;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.file.FileHolder;

/** Says who may see a shared file: whoever sees what holds it now. */
@Component
class HeldFiles implements FileHolder {
    private final ResourceStore store;
    private final Readers readers;

    HeldFiles(ResourceStore store, Readers readers) {
        this.store = store;
        this.readers = readers;
    }

    @Override
    public Optional<Held> find(String fileId, Scope scope) {
        var reader = readers.of(scope);
        return store.findHolding(fileId, reader)
                .map(resource -> new Held(nameIn(resource, fileId), reader.placesOf(resource)));
    }

    private static String nameIn(Resource resource, String fileId) {
        return resource.versions().reversed().stream()
                .map(ResourceVersion::content)
                .filter(content -> content instanceof ResourceContent.OfFile file
                        && file.fileId().equals(fileId))
                .map(ResourceContent::name)
                .findFirst()
                .orElseThrow();
    }
}
