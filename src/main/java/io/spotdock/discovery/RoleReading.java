package io.spotdock.discovery;

import io.spotdock.domain.Ownership;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.resource.Role;
import io.spotdock.plan.Wanted;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What settings a role comes to. */
public final class RoleReading {
    private RoleReading() {}

    /**
     * Reads a role. One that carries Spotdock's tag is managed by it; any other is left to whoever made it.
     *
     * @param known what is known already, by a person's word or from the webhook; it tells ThoughtSpot and the bucket of
     *     deliveries from others that the role has to do with
     */
    public static Findings of(RoleFacts facts, Draft known) {
        Notebook notes = new Notebook(Origin.ROLE);
        RoleArn arn = facts.role().arn();
        notes.says(Field.ACCOUNT, arn.account());
        known.text(Field.ROLE_NAME)
                .filter(name -> !name.equals(arn.name().value()))
                .ifPresent(name -> notes.note("note.discovery.overruled", Field.ROLE_NAME.path(), name, arn.name()));
        Optional<String> other = known.text(Field.ROLE_ARN).filter(named -> !named.equals(arn.toString()));
        boolean ours = Ownership.isOurs(facts.role().tags()) && other.isEmpty();
        if (ours) notes.says(Field.ROLE_NAME, arn.name());
        else notes.says(Field.ROLE_ARN, arn);
        if (ours || known.has(Field.ROLE_NAME)) notes.list("note.discovery.untouched", untouched(facts.role()));
        TrustReading.read(facts, known, notes);
        RightsReading.read(facts, known, notes);
        return notes.findings();
    }

    /** What a plan never looks at, by AWS's own names. */
    private static List<String> untouched(Role role) {
        List<String> untouched = new ArrayList<>();
        if (!role.arn().path().equals("/")) untouched.add("Path");
        if (!role.description().equals(Wanted.ROLE_DESCRIPTION)) untouched.add("Description");
        if (!role.maxSession().equals(Wanted.SESSION)) untouched.add("MaxSessionDuration");
        if (role.boundary().isPresent()) untouched.add("PermissionsBoundary");
        return untouched;
    }
}
