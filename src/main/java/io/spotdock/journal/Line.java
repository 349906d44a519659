package io.spotdock.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of a file. Whatever a crash or a power cut has made of one, the others are read: it may be cut off, within a
 * character too, or be the zeros that a file system put where nothing was written yet.
 *
 * @param number from 1
 * @param json the object in it; empty where it is cut off or damaged
 */
record Line(int number, Optional<JsonNode> json) {
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    /** Those that are not empty. */
    static List<Line> of(byte[] file) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (int start = 0; start < file.length; ) {
            int end = start;
            while (end < file.length && file[end] != '\n') end++;
            number++;
            if (end > start) lines.add(new Line(number, json(ByteBuffer.wrap(file, start, end - start))));
            start = end + 1;
        }
        return lines;
    }

    private static Optional<JsonNode> json(ByteBuffer bytes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return Optional.<JsonNode>of(JSON.readValue(text)).filter(JsonNode::isObject);
        } catch (CharacterCodingException | JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
