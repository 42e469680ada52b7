package org.tongke.backend.base.bucket;

import io.minio.Http;
import io.minio.Signer;
import io.minio.Time;
import io.minio.Utils;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import okhttp3.Request;

/**
 * Asks which uploads in parts of a key are open. The SDK has a call for it, but asks of each upload a storage class, which MinIO leaves
 * empty; so it is made here, signed by the SDK. MinIO lists by the whole key only, never by a folder.
 */
final class OpenUploadList {
    private static final int EXPIRES_IN_SECONDS = 60;
    private static final XMLInputFactory XML = xml();

    private final BucketSettings settings;
    private final Http.BaseUrl base;

    OpenUploadList(BucketSettings settings) {
        this.settings = settings;
        base = new Http.BaseUrl(settings.endpoint());
    }

    private static XMLInputFactory xml() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        return factory;
    }

    /** Ids of the open uploads of a key. */
    List<String> idsOf(String key) {
        var what = "list the uploads of " + key;
        try (var answer = BucketSettings.HTTP.newCall(signed(key)).execute()) {
            if (!answer.isSuccessful()) {
                throw new BucketException(what, new IOException("status " + answer.code()));
            }
            return read(answer.body().byteStream(), key);
        } catch (IOException | MinioException | XMLStreamException broken) {
            throw new BucketException(what, broken);
        }
    }

    private Request signed(String key) throws MinioException {
        var query = new Http.QueryParameters("uploads", "", "prefix", key);
        var url = base.buildUrl(Http.Method.GET, settings.name(), null, settings.region(), query);
        var request = new Request.Builder()
                .url(url)
                .header("Host", Utils.getHostHeader(url))
                .header("X-Amz-Date", ZonedDateTime.now(ZoneOffset.UTC).format(Time.AMZ_DATE_FORMAT))
                .build();
        var signed = Signer.presignV4(
                request, settings.region(), settings.accessKey(), settings.secretKey(), EXPIRES_IN_SECONDS);
        return new Request.Builder().url(signed).build();
    }

    /** Each upload is told by an element Key and an element UploadId, in this order. */
    private static List<String> read(InputStream answer, String key) throws XMLStreamException {
        var found = new ArrayList<String>();
        var reader = XML.createXMLStreamReader(answer);
        var isOfKey = false;
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                var name = reader.getLocalName();
                if (name.equals("Key")) {
                    isOfKey = reader.getElementText().equals(key);
                } else if (name.equals("UploadId") && isOfKey) {
                    found.add(reader.getElementText());
                }
            }
        }
        return found;
    }
}
