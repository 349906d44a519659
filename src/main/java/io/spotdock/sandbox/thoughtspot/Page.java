package io.spotdock.sandbox.thoughtspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A part of a list. */
record Page(long offset, long size) {
    /** The same, where -1 asks for all of it. */
    static Page readOrWhole(Body body, long size) {
        boolean whole = body.integer("record_size").filter(asked -> asked == -1).isPresent();
        return whole ? new Page(body.integer("record_offset").orElse(0L), Long.MAX_VALUE) : read(body, size);
    }

    static Page read(Body body, long size) {
        Page page = new Page(
                body.integer("record_offset").orElse(0L),
                body.integer("record_size").orElse(size));
        if (page.offset < 0) throw ApiError.invalid("record_offset must not be negative");
        if (page.size < 1) throw ApiError.invalid("record_size must be at least 1");
        return page;
    }

    <T> List<T> of(List<T> all) {
        return all.stream().skip(offset).limit(size).toList();
    }

    ObjectNode json(int total) {
        return Replies.object()
                .put("record_offset", offset)
                .put("record_size", size)
                .put("total_count", total)
                .put("has_more", offset + size < total);
    }
}
