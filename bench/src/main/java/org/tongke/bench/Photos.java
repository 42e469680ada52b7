package org.tongke.bench;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.errors.MinioException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import javax.imageio.ImageIO;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.bson.Document;
import org.springframework.context.ConfigurableApplicationContext;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Community;
import org.tongke.backend.evidence.ClaimRequest;
import org.tongke.backend.evidence.ClaimTarget;
import org.tongke.backend.evidence.EvidenceClaims;

/**
 * A clerk's photo of about 300 kB: leave to upload, the bytes, the confirmation; beside it a program that puts the bytes into the bucket,
 * reads them back, decodes them, makes the two smaller pictures, puts those and writes two documents.
 */
final class Photos {
    private static final int LONG_SIDE = 2560;
    private static final int SMALL_SIDE = 480;
    private static final MediaType JPEG = Objects.requireNonNull(MediaType.parse("image/jpeg"));

    private final EvidenceClaims claims;
    private final Community community;
    private final Viewer clerk;
    private final OkHttpClient http = new OkHttpClient();
    private final MinioClient minio;
    private final String bucket;
    private final MongoCollection<Document> files;
    private final MongoCollection<Document> evidence;
    private final byte[] picture = picture();

    Photos(Province province, ConfigurableApplicationContext backend) {
        claims = backend.getBean(EvidenceClaims.class);
        community = province.communities().getFirst();
        clerk = new Viewer("bench-clerk", "bench", List.of(Grant.at(Role.CLERK, PlaceKey.school(community.coreId()))));
        var environment = backend.getEnvironment();
        bucket = environment.getProperty("tongke.bucket.name", "bench");
        minio = MinioClient.builder()
                .endpoint(environment.getRequiredProperty("tongke.bucket.endpoint"))
                .credentials(
                        environment.getRequiredProperty("tongke.bucket.access-key"),
                        environment.getRequiredProperty("tongke.bucket.secret-key"))
                .httpClient(http)
                .build();
        var database = backend.getBean(MongoDatabase.class);
        files = database.getCollection("bare_files");
        evidence = database.getCollection("bare_evidence");
    }

    List<HotPath> paths() {
        return List.of(new HotPath("upload of 300 kB", call -> upload(), call -> uploadBare()));
    }

    private int upload() {
        var photo = photo();
        var request = new ClaimRequest(
                UUID.randomUUID(),
                new ClaimTarget.OneCommunity(community.id()),
                "2.1",
                Optional.empty(),
                Optional.empty(),
                "课堂.jpg",
                JPEG.toString(),
                photo.length,
                sha256(photo),
                Optional.empty());
        var ticket = claims.request(request, clerk, Scope.EVERYWHERE);
        var form = new MultipartBody.Builder().setType(MultipartBody.FORM);
        ticket.fields().forEach(form::addFormDataPart);
        form.addFormDataPart("file", "file", RequestBody.create(photo, JPEG));
        var post = new Request.Builder()
                .url(Objects.requireNonNull(ticket.url()))
                .post(form.build())
                .build();
        try (var answer = http.newCall(post).execute()) {
            if (!answer.isSuccessful()) {
                throw new IllegalStateException("the bucket answers " + answer.code());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        claims.confirm(ticket.ticket().id(), clerk, Scope.EVERYWHERE);
        return 1;
    }

    private int uploadBare() {
        var photo = photo();
        var key = "bare/" + UUID.randomUUID();
        try {
            put(key, photo);
            byte[] back;
            try (var stored = minio.getObject(
                    GetObjectArgs.builder().bucket(bucket).object(key).build())) {
                back = stored.readAllBytes();
            }
            var hash = sha256(back);
            var decoded = ImageIO.read(new ByteArrayInputStream(back));
            put(key + "-shown", jpeg(shrunk(decoded, LONG_SIDE)));
            put(key + "-thumbnail", jpeg(shrunk(decoded, SMALL_SIDE)));
            files.insertOne(new Document("_id", key).append("sha256", hash).append("sizeBytes", back.length));
            evidence.insertOne(new Document("_id", key)
                    .append("file", key)
                    .append("criterion", "2.1")
                    .append("at", new Date()));
            return 1;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (MinioException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void put(String key, byte[] bytes) throws MinioException {
        minio.putObject(PutObjectArgs.builder().bucket(bucket).object(key).contentType(JPEG.toString()).stream(
                        new ByteArrayInputStream(bytes), (long) bytes.length, -1L)
                .build());
    }

    /** The same picture in bytes that no other call has: what stands behind its end is not looked at. */
    private byte[] photo() {
        var mark = UUID.randomUUID();
        var photo = Arrays.copyOf(picture, picture.length + 16);
        ByteBuffer.wrap(photo, picture.length, 16)
                .putLong(mark.getMostSignificantBits())
                .putLong(mark.getLeastSignificantBits());
        return photo;
    }

    /** As phones send it: 2,560 pixels wide, with as much in it as makes 300 kB. */
    private static byte[] picture() {
        var image = new BufferedImage(2560, 1920, BufferedImage.TYPE_3BYTE_BGR);
        var random = new Random(20210415);
        var graphics = image.createGraphics();
        for (int figure = 0; figure < 1500; figure++) {
            graphics.setColor(new Color(random.nextInt(0x1000000)));
            graphics.fillOval(
                    random.nextInt(2560), random.nextInt(1920), 10 + random.nextInt(300), 10 + random.nextInt(200));
        }
        graphics.dispose();
        return jpeg(image);
    }

    private static BufferedImage shrunk(BufferedImage picture, int longSide) {
        var scale = Math.min(1.0, (double) longSide / Math.max(picture.getWidth(), picture.getHeight()));
        var width = (int) Math.round(picture.getWidth() * scale);
        var height = (int) Math.round(picture.getHeight() * scale);
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return small;
    }

    private static byte[] jpeg(BufferedImage image) {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "jpeg", bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
