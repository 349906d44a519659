package io.spotdock.cli;

/**
 * One check's result as it is printed.
 *
 * @param title what it checks, for people
 * @param strength how strongly it is proven: evaluated, observed, performed here, performed by ThoughtSpot
 * @param remedy empty when there is nothing to mend
 */
record CheckLine(String id, String title, Status status, String strength, String evidence, String remedy) {
    /** How it ended. */
    enum Status {
        PASSED("passed"),
        WARNED("warned"),
        FAILED("failed"),
        SKIPPED("skipped"),
        NOT_REACHED("not-reached");

        private final String id;

        Status(String id) {
            this.id = id;
        }

        String id() {
            return id;
        }
    }
}
