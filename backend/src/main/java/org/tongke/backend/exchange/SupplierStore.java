package org.tongke.backend.exchange;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.Found;

/** The collection {@code suppliers}: a handful, found by {@code _id}; not sharded. */
@Component
class SupplierStore {
    private static final String ID = "_id";
    private static final String NAME = "name";

    private final MongoCollection<Document> suppliers;

    SupplierStore(MongoDatabase database) {
        suppliers = database.getCollection("suppliers");
    }

    void put(Supplier supplier) {
        suppliers.replaceOne(
                Filters.eq(ID, supplier.id()),
                new Document(ID, supplier.id()).append(NAME, supplier.name()),
                new ReplaceOptions().upsert(true));
    }

    Optional<Supplier> find(String id) {
        return Optional.ofNullable(suppliers.find(Filters.eq(ID, id)).first()).map(SupplierStore::read);
    }

    List<Supplier> findAll(Collection<String> ids) {
        return Found.all(suppliers.find(Filters.in(ID, ids)).sort(Sorts.ascending(ID)), SupplierStore::read);
    }

    List<Supplier> list() {
        return Found.all(suppliers.find().sort(Sorts.ascending(ID)), SupplierStore::read);
    }

    private static Supplier read(Document stored) {
        return new Supplier(stored.getString(ID), stored.getString(NAME));
    }
}
