package io.spotdock.sandbox.aws.s3;

import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.protocol.Request;
import io.spotdock.sandbox.wire.Xml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tags of buckets (up to 50) and objects (up to 10). */
final class Tagging {
    private Tagging() {}

    /** @param set the element that holds the {@code Tag} elements */
    static Map<String, String> read(XmlBody set, int most) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (XmlBody tag : set.children("Tag"))
            add(tags, tag.need("Key"), tag.verbatim("Value").orElseThrow(XmlBody::malformed));
        return limited(tags, most);
    }

    static Map<String, String> ofBody(byte[] body, int most) {
        return read(XmlBody.parse(body, "Tagging").at("TagSet").orElseThrow(XmlBody::malformed), most);
    }

    /** From the header {@code x-amz-tagging}. */
    static Map<String, String> ofHeader(String header) {
        Map<String, String> tags = new LinkedHashMap<>();
        List<Map.Entry<String, String>> pairs = Request.pairs(header);
        pairs.forEach(pair -> add(tags, pair.getKey(), pair.getValue()));
        return limited(tags, 10);
    }

    private static void add(Map<String, String> tags, String key, String value) {
        if (key.isEmpty() || key.length() > 128)
            throw new Refusal(400, "InvalidTag", "The TagKey you have provided is invalid").with("TagKey", key);
        if (value.length() > 256)
            throw new Refusal(400, "InvalidTag", "The TagValue you have provided is invalid").with("TagValue", value);
        if (key.startsWith("aws:"))
            throw new Refusal(400, "InvalidTag", "System tags cannot be added/updated by requester");
        if (tags.put(key, value) != null)
            throw new Refusal(400, "InvalidTag", "Cannot provide multiple Tags with the same key");
    }

    private static Map<String, String> limited(Map<String, String> tags, int most) {
        if (tags.size() > most)
            throw new Refusal(
                    400,
                    "BadRequest",
                    (most == 10 ? "Object" : "Bucket") + " tag count cannot be greater than " + most);
        return tags;
    }

    static void write(Xml xml, Map<String, String> tags) {
        xml.in(
                "TagSet",
                set -> tags.forEach(
                        (key, value) -> set.in("Tag", t -> t.text("Key", key).text("Value", value))));
    }
}
