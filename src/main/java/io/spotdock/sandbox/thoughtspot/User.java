package io.spotdock.sandbox.thoughtspot;

import java.util.Set;

/** @param orgs the IDs of those it belongs to */
record User(String id, String name, String displayName, Set<String> privileges, Set<Integer> orgs) {
    String email() {
        return name + "@sandbox.example.com";
    }

    boolean hasAny(Set<String> wanted) {
        return wanted.isEmpty() || wanted.stream().anyMatch(privileges::contains);
    }
}
