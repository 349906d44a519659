package io.spotdock.service;

import io.spotdock.check.Sight;
import io.spotdock.discovery.RoleFacts;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.RoleName;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicySet.Named;
import io.spotdock.port.Roles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds a role with all its policies, for settings to be made of it. Changes nothing. */
final class RoleFinder {
    /** The option that asks for it, for messages. */
    static final String ASKED = "--from-role";

    private final Roles roles;

    RoleFinder(Roles roles) {
        this.roles = roles;
    }

    /**
     * Reads a role; that some of its policies are kept from us is no reason to say nothing of the others.
     *
     * @throws FailureException Missing when there is none, Invalid when the role of this name has another path, Denied
     *     when the caller may not look
     */
    RoleFacts find(RoleArn arn) {
        RoleName name = arn.name();
        Roles.WithTrust found =
                roles.find(name).orElseThrow(() -> new FailureException(new Failure.Missing("role " + arn, "")));
        if (!found.role().arn().equals(arn))
            throw new FailureException(new Failure.Invalid(
                    ASKED, Fault.of("fault.discovery.role-path", found.role().arn()), ""));
        Set<Failure> hidden = new HashSet<>();
        List<Named> inline = new ArrayList<>();
        switch (Sight.of(() -> roles.inlinePolicies(name))) {
            case Sight.Seen<Map<String, PolicyDocument>>(Map<String, PolicyDocument> documents) ->
                documents.forEach((policy, document) -> inline.add(new Named(policy, document)));
            case Sight.Unseen<Map<String, PolicyDocument>>(Failure why) -> hidden.add(why);
        }
        return new RoleFacts(found.role(), found.trust(), inline, attached(name, hidden), hidden);
    }

    private List<Named> attached(RoleName name, Set<Failure> hidden) {
        List<Named> attached = new ArrayList<>();
        switch (Sight.of(() -> roles.attachedPolicies(name))) {
            case Sight.Seen<List<String>>(List<String> arns) -> {
                for (String arn : arns)
                    switch (Sight.of(() -> roles.managedPolicy(arn))) {
                        case Sight.Seen<PolicyDocument>(PolicyDocument document) ->
                            attached.add(new Named(arn.substring(arn.lastIndexOf('/') + 1), document));
                        case Sight.Unseen<PolicyDocument>(Failure why) -> hidden.add(why);
                    }
            }
            case Sight.Unseen<List<String>>(Failure why) -> hidden.add(why);
        }
        return attached;
    }
}
