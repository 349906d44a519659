package io.spotdock.check;

/** Where a check belongs, in the order they are shown. */
public enum CheckGroup {
    ACCOUNT("account"),
    BUCKET("bucket"),
    ROLE("role"),
    REFUSED("refused"),
    THOUGHTSPOT("thoughtspot"),
    DELIVERY("delivery");

    private final String id;

    CheckGroup(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
