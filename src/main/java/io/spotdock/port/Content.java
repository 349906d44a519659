package io.spotdock.port;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/**
 * What is to be written as an object. It need not be in memory: whoever sends it opens it, once more for each time it has
 * to be sent again, and reads the same bytes each time.
 */
public interface Content {
    /** In bytes, exactly. */
    long length();

    /** From its first byte. */
    InputStream open();

    /** What is in memory anyway. */
    static Content of(byte[] bytes) {
        byte[] own = bytes.clone();
        return new Content() {
            @Override
            public long length() {
                return own.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(own);
            }
        };
    }
}
