package io.spotdock.leak;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What can be read in a file, be it packed or not. */
final class Unpacked {
    private Unpacked() {}

    static List<String> texts(String path, byte[] bytes) {
        List<String> texts = new ArrayList<>();
        texts.add(new String(bytes, StandardCharsets.ISO_8859_1));
        if (path.endsWith(".zip") || bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K')
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                    texts.add(entry.getName() + "\n" + new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        return texts;
    }
}
