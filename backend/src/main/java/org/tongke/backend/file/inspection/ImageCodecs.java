package org.tongke.backend.file.inspection;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageReaderWriterSpi;
import javax.imageio.spi.ImageWriterSpi;

/**
 * Which codec reads and writes what. They are named, not searched for: what a search finds depends on the order of the class
 * path and on the class loader of the thread that asks first.
 */
final class ImageCodecs {

    private static final IIORegistry REGISTRY = IIORegistry.getDefaultInstance();

    static {
        ImageIO.setUseCache(false);
        // Reads CMYK and the many JPEGs that the JDK's own reader refuses; it finds that reader when it is registered.
        if (REGISTRY.getServiceProviderByClass(JPEGImageReaderSpi.class) == null) {
            REGISTRY.registerServiceProvider(new JPEGImageReaderSpi(), ImageReaderSpi.class);
        }
    }

    private ImageCodecs() {}

    static ImageReader reader(MediaType type) throws IOException {
        return switch (type) {
            case JPEG ->
                REGISTRY.getServiceProviderByClass(JPEGImageReaderSpi.class).createReaderInstance();
            case PNG -> jdk(ImageReaderSpi.class, "PNG").createReaderInstance();
            case WEBP -> new WebPImageReaderSpi().createReaderInstance();
            case PDF, XLSX, DOCX, PPTX -> throw new IllegalArgumentException(type + " is no picture");
        };
    }

    static ImageWriter jpegWriter() throws IOException {
        return jdk(ImageWriterSpi.class, "JPEG").createWriterInstance();
    }

    private static <S extends ImageReaderWriterSpi> S jdk(Class<S> kind, String format) {
        var providers = REGISTRY.getServiceProviders(
                kind,
                provider -> provider.getClass().getModule() == ImageIO.class.getModule()
                        && List.of(((ImageReaderWriterSpi) provider).getFormatNames())
                                .contains(format),
                true);
        return providers.next();
    }
}
