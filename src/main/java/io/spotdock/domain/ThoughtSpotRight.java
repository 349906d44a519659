package io.spotdock.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What somebody may do in ThoughtSpot, and the privileges any of which gives it (ThoughtSpot, REST API v2, what each
 * call says of privileges; "Role-based access control").
 */
public enum ThoughtSpotRight {
    WEBHOOKS("webhooks"),
    CHANNEL("system/preferences/communication-channels"),
    SYSTEM("system"),
    ORGS("orgs/search"),
    SCHEDULES("schedules/create"),
    DOWNLOAD("schedules/create, the file");

    /** Given only where roles give privileges. */
    private static final Set<String> OF_ROLES = Set.of(
            "APPLICATION_ADMINISTRATION",
            "CAN_MANAGE_WEBHOOKS",
            "GROUP_ADMINISTRATION",
            "ROLE_ADMINISTRATION",
            "SYSTEM_INFO_ADMINISTRATION",
            "USER_ADMINISTRATION");

    private final String calls;

    ThoughtSpotRight(String calls) {
        this.calls = calls;
    }

    /** The calls that want it, as ThoughtSpot's documentation names them. */
    public String calls() {
        return calls;
    }

    /** Any of which gives it; the narrowest first. */
    public List<String> privileges() {
        return switch (this) {
            case WEBHOOKS -> List.of("CAN_MANAGE_WEBHOOKS", "DEVELOPER", "ADMINISTRATION");
            case CHANNEL -> List.of("APPLICATION_ADMINISTRATION", "DEVELOPER", "ADMINISTRATION");
            case SYSTEM -> List.of("SYSTEM_INFO_ADMINISTRATION", "ADMINISTRATION");
            case ORGS -> List.of("ORG_ADMINISTRATION");
            case SCHEDULES -> List.of("JOBSCHEDULING", "ADMINISTRATION");
            case DOWNLOAD -> List.of("DATADOWNLOADING", "ADMINISTRATION");
        };
    }

    /** The narrowest privilege that gives it, which is the one to ask for. */
    public String toAskFor() {
        return privileges().getFirst();
    }

    public boolean isGivenBy(Set<String> held) {
        return held.stream().anyMatch(privileges()::contains) || !isAskedForOf(held);
    }

    /** Schedules want a privilege only where roles give privileges, which those of a user show. */
    private boolean isAskedForOf(Set<String> held) {
        return switch (this) {
            case SCHEDULES, DOWNLOAD -> held.stream().anyMatch(OF_ROLES::contains);
            case WEBHOOKS, CHANNEL, SYSTEM, ORGS -> true;
        };
    }

    /** What somebody who holds these privileges may not do. */
    public static List<ThoughtSpotRight> missing(Set<String> held) {
        return Arrays.stream(values()).filter(right -> !right.isGivenBy(held)).toList();
    }
}
