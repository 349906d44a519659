package io.spotdock.settings;

import io.spotdock.domain.Fault;
import io.spotdock.domain.Parsed;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A file's bytes as text, strictly, and without the mark that some editors put in front. */
public final class Utf8 {
    private Utf8() {}

    public static Parsed<String> read(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return new Parsed.Good<>(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException _) {
            return Parsed.refused(Fault.of("fault.settings.encoding"));
        }
    }
}
