package io.spotdock.domain.signature;

/** What a signature that came with a delivery turned out to be. */
public sealed interface Verification {
    /**
     * It is the body's own.
     *
     * @param form how it was written
     * @param prefixed whether something like {@code sha256=} stood before it
     */
    record Genuine(Form form, boolean prefixed) implements Verification {}

    /** It is the body's own but for a mistake that was made on the way to this comparison. */
    record Mistaken(Mistake mistake) implements Verification {}

    /** It is another body's, or another secret's. */
    record Foreign() implements Verification {}

    /** It is no SHA-256 digest in any form. */
    record Unreadable() implements Verification {}

    /** How 32 bytes are written. */
    enum Form {
        HEX("hex"),
        HEX_IN_CAPITALS("hex-in-capitals"),
        BASE64("base64"),
        /** Of RFC 4648 section 5, or without its padding. */
        BASE64_OF_URLS("base64-of-urls");

        private final String id;

        Form(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }
    }

    /** What receivers do to a body or a secret before they compare. */
    enum Mistake {
        /** The body at hand ends in a line break that was not sent; editors add one. */
        LINE_BREAK_ADDED("line-break-added"),
        LINE_BREAK_LOST("line-break-lost"),
        /** The line breaks of Windows in place of those of Unix. */
        LINE_BREAKS_CHANGED("line-breaks-changed"),
        BYTE_ORDER_MARK("byte-order-mark"),
        /** Parsed and written again, with other white space. */
        WRITTEN_AGAIN("written-again"),
        /** The key used ends in a line break, as from a file read whole. */
        SECRET_WITH_LINE_BREAK("secret-with-line-break"),
        /** The secret was taken for hexadecimal digits or Base64, and its meaning used as key. */
        SECRET_DECODED("secret-decoded"),
        /** Its length is that of SHA-1, SHA-384 or SHA-512. */
        ANOTHER_ALGORITHM("another-algorithm");

        private final String id;

        Mistake(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }
    }
}
