package io.spotdock.domain;

import java.nio.charset.StandardCharsets;

/** The key of an object: 1 to 1024 bytes of UTF-8 (Amazon S3 User Guide, "Naming Amazon S3 objects"). */
public record ObjectKey(String value) {
    public ObjectKey {
        int bytes = value.getBytes(StandardCharsets.UTF_8).length;
        IllegalValueException.unlessNull(
                bytes == 0 || bytes > KeyPrefix.LONGEST_KEY ? Fault.of("fault.object-key.length", bytes) : null);
    }

    @Override
    public String toString() {
        return value;
    }
}
