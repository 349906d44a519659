package io.spotdock;

import io.spotdock.sandbox.control.Snapshot;

/** Compares what stands in two sandboxes. */
public final class Snapshots {
    private static final int BEFORE = 60;
    private static final int AFTER = 200;

    private Snapshots() {}

    /** Where two differ, in few words; empty where they don't. */
    public static String difference(Snapshot expected, Snapshot found) {
        String one = expected.toString();
        String other = found.toString();
        if (one.equals(other)) return "";
        int start = 0;
        while (start < Math.min(one.length(), other.length()) && one.charAt(start) == other.charAt(start)) start++;
        return "expected " + part(one, start) + " but was " + part(other, start);
    }

    private static String part(String text, int at) {
        return "…" + text.substring(Math.max(0, at - BEFORE), Math.min(text.length(), at + AFTER)) + "…";
    }
}
