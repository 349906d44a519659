package io.spotdock.sandbox.aws.s3;

import io.spotdock.sandbox.aws.protocol.Checksums;
import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.state.StoredObject;
import io.spotdock.sandbox.aws.state.Upload;
import io.spotdock.sandbox.aws.state.Upload.Part;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Puts the parts of an upload together. */
record Assembly(Upload upload) {
    private static final int SMALLEST_PART = 5 * 1024 * 1024;

    StoredObject object(XmlBody list, Instant now) {
        List<Part> parts = parts(list);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        ByteArrayOutputStream digests = new ByteArrayOutputStream();
        for (Part part : parts) {
            content.writeBytes(part.content());
            digests.writeBytes(HexFormat.of().parseHex(part.etag()));
        }
        byte[] whole = content.toByteArray();
        StoredObject template = upload.template();
        return new StoredObject(
                template.key(),
                template.versionId(),
                false,
                whole,
                ObjectMaker.md5(digests.toByteArray()) + "-" + parts.size(),
                now.truncatedTo(ChronoUnit.SECONDS),
                template.headers(),
                template.metadata(),
                checksums(parts, whole),
                upload.composite(),
                parts.stream().map(part -> part.content().length).toList(),
                template.encryption(),
                template.storageClass(),
                template.tags(),
                template.retention());
    }

    private Map<Checksums, String> checksums(List<Part> parts, byte[] whole) {
        Map<Checksums, String> checksums = new EnumMap<>(Checksums.class);
        Checksums algorithm = upload.algorithm().orElse(Checksums.CRC64NVME);
        if (!upload.composite()) {
            checksums.put(algorithm, algorithm.of(whole));
            return checksums;
        }
        ByteArrayOutputStream ofParts = new ByteArrayOutputStream();
        for (Part part : parts) ofParts.writeBytes(Base64.getDecoder().decode(algorithm.of(part.content())));
        checksums.put(algorithm, algorithm.of(ofParts.toByteArray()) + "-" + parts.size());
        return checksums;
    }

    private List<Part> parts(XmlBody list) {
        List<Part> parts = new ArrayList<>();
        int previous = 0;
        for (XmlBody named : list.children("Part")) {
            String text = named.need("PartNumber");
            int number = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
            if (number <= previous)
                throw new Refusal(
                        400,
                        "InvalidPartOrder",
                        "The list of parts was not in ascending order. Parts must be ordered by part number.");
            previous = number;
            Part part = upload.parts().get(number);
            if (part == null || !named.need("ETag").replace("\"", "").equals(part.etag()))
                throw new Refusal(
                        400,
                        "InvalidPart",
                        "One or more of the specified parts could not be found.  The part may not have been uploaded, or"
                                + " the specified entity tag may not match the part's entity tag.");
            parts.add(part);
        }
        if (parts.isEmpty()) throw XmlBody.malformed();
        for (Part part : parts.subList(0, parts.size() - 1))
            if (part.content().length < SMALLEST_PART)
                throw new Refusal(
                        400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size");
        return parts;
    }
}
