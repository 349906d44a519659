package io.spotdock.text.plan;

/** What a surface may do to words so that they stand out; it only ever repeats what a word or mark says too. */
public interface Marks {
    String good(String text);

    String look(String text);

    String bad(String text);

    String quiet(String text);

    String strong(String text);

    /** Of a surface that has nothing but characters. */
    Marks NONE = new Marks() {
        @Override
        public String good(String text) {
            return text;
        }

        @Override
        public String look(String text) {
            return text;
        }

        @Override
        public String bad(String text) {
            return text;
        }

        @Override
        public String quiet(String text) {
            return text;
        }

        @Override
        public String strong(String text) {
            return text;
        }
    };
}
