package io.spotdock.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files to send, in the order in which one reads them. */
public record Bundle(List<Part> parts) {
    public Bundle {
        parts = List.copyOf(parts);
    }

    /**
     * As one file.
     *
     * @param folder that everything lies in once it is unpacked
     */
    public byte[] zip(String folder, Instant made) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Part part : parts) {
                ZipEntry entry = new ZipEntry(folder + "/" + part.name());
                entry.setTime(made.toEpochMilli());
                zip.putNextEntry(entry);
                zip.write(part.text().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
