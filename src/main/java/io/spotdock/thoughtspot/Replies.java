package io.spotdock.thoughtspot;

import io.spotdock.network.http.Reply;
import java.nio.charset.StandardCharsets;

/** What a good status is worth where no content was promised. */
final class Replies {
    private Replies() {}

    /** True; a page or an error in the body of a good status is no consent. */
    static boolean accepted(Session session, Call call, Reply.Answer answer) {
        boolean empty = new String(answer.body(), StandardCharsets.UTF_8).isBlank();
        boolean fine = empty
                || Json.read(answer.body())
                        .filter(json -> !json.hasNonNull("error"))
                        .isPresent();
        if (!fine) throw session.failures().notUnderstood(call, answer);
        return true;
    }
}
