package io.spotdock.aws;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Parsed;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.RoleName;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicyJson;
import io.spotdock.domain.resource.LastUse;
import io.spotdock.domain.resource.Role;
import io.spotdock.port.Roles;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.InstanceProfile;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.RoleLastUsed;
import software.amazon.awssdk.services.iam.model.Tag;

/** {@link Roles} over IAM. */
final class IamRoles implements Roles {
    private static final Duration DEFAULT_SESSION = Duration.ofHours(1);

    private final AwsClients clients;

    IamRoles(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Optional<WithTrust> find(RoleName name) {
        return clients.iam(call("iam:GetRole", name), iam -> {
            try {
                var role = iam.getRole(r -> r.roleName(name.value())).role();
                return Optional.of(new WithTrust(
                        ours(role),
                        Documents.decoded(role.assumeRolePolicyDocument(), subject(name)),
                        lastUse(role.roleLastUsed())));
            } catch (NoSuchEntityException _) {
                return Optional.empty();
            }
        });
    }

    private static Role ours(software.amazon.awssdk.services.iam.model.Role role) {
        @Nullable Integer seconds = role.maxSessionDuration();
        var boundary = role.permissionsBoundary();
        return new Role(
                arn(role.arn()),
                Optional.ofNullable(role.roleId()),
                seconds == null ? DEFAULT_SESSION : Duration.ofSeconds(seconds),
                Objects.requireNonNullElse(role.description(), ""),
                boundary == null ? Optional.empty() : Optional.of(boundary.permissionsBoundaryArn()),
                tags(role.tags()));
    }

    /** AWS answers an empty element for a role that was never used. */
    private static Optional<LastUse> lastUse(@Nullable RoleLastUsed used) {
        if (used == null || used.lastUsedDate() == null) return Optional.empty();
        return Optional.of(new LastUse(used.lastUsedDate(), Optional.ofNullable(used.region())));
    }

    static RoleArn arn(String text) {
        return switch (RoleArn.parse(text)) {
            case Parsed.Good<RoleArn>(RoleArn arn) -> arn;
            case Parsed.Bad<RoleArn>(Fault fault) ->
                throw new FailureException(new Failure.Invalid("role.name", fault, text));
        };
    }

    @Override
    public Map<String, PolicyDocument> inlinePolicies(RoleName name) {
        List<String> names = clients.iam(
                call("iam:ListRolePolicies", name),
                iam -> iam.listRolePoliciesPaginator(r -> r.roleName(name.value())).policyNames().stream()
                        .toList());
        Map<String, PolicyDocument> documents = new LinkedHashMap<>();
        for (String policy : names) {
            documents.put(
                    policy,
                    clients.iam(
                            call("iam:GetRolePolicy", name),
                            iam -> Documents.decoded(
                                    iam.getRolePolicy(r ->
                                                    r.roleName(name.value()).policyName(policy))
                                            .policyDocument(),
                                    subject(name))));
        }
        return documents;
    }

    @Override
    public List<String> attachedPolicies(RoleName name) {
        return clients.iam(
                call("iam:ListAttachedRolePolicies", name),
                iam -> iam.listAttachedRolePoliciesPaginator(r -> r.roleName(name.value())).attachedPolicies().stream()
                        .map(AttachedPolicy::policyArn)
                        .toList());
    }

    @Override
    public PolicyDocument managedPolicy(String arn) {
        String subject = "policy " + arn;
        String version = clients.iam(
                new Call("iam:GetPolicy", subject, "role.name"),
                iam -> iam.getPolicy(r -> r.policyArn(arn)).policy().defaultVersionId());
        return clients.iam(
                new Call("iam:GetPolicyVersion", subject, "role.name"),
                iam -> Documents.decoded(
                        iam.getPolicyVersion(r -> r.policyArn(arn).versionId(version))
                                .policyVersion()
                                .document(),
                        subject));
    }

    @Override
    public List<String> instanceProfiles(RoleName name) {
        return clients.iam(
                call("iam:ListInstanceProfilesForRole", name),
                iam ->
                        iam
                                .listInstanceProfilesForRolePaginator(r -> r.roleName(name.value()))
                                .instanceProfiles()
                                .stream()
                                .map(InstanceProfile::instanceProfileName)
                                .toList());
    }

    @Override
    public List<RoleName> trusting(String principal) {
        Call call = new Call("iam:ListRoles", "AWS account", "aws.profile");
        return clients.iam(
                call,
                iam -> iam.listRolesPaginator(r -> r.maxItems(1000)).roles().stream()
                        .filter(role -> Documents.names(role.assumeRolePolicyDocument(), principal))
                        .map(role -> arn(role.arn()).name())
                        .toList());
    }

    @Override
    public Role create(Role wanted, PolicyDocument trust) {
        RoleName name = wanted.arn().name();
        CreateRoleRequest.Builder request = CreateRoleRequest.builder()
                .path(wanted.arn().path())
                .roleName(name.value())
                .assumeRolePolicyDocument(PolicyJson.compact(trust))
                .maxSessionDuration((int) wanted.maxSession().toSeconds())
                .tags(tags(wanted.tags()));
        if (!wanted.description().isEmpty()) request.description(wanted.description());
        wanted.boundary().ifPresent(request::permissionsBoundary);
        return clients.iam(call("iam:CreateRole", name), iam -> {
            var made = iam.createRole(request.build()).role();
            return new Role(
                    arn(made.arn()),
                    Optional.ofNullable(made.roleId()),
                    wanted.maxSession(),
                    wanted.description(),
                    wanted.boundary(),
                    wanted.tags());
        });
    }

    @Override
    public void putTrust(RoleName name, PolicyDocument trust) {
        clients.iam(
                call("iam:UpdateAssumeRolePolicy", name),
                iam -> iam.updateAssumeRolePolicy(
                        r -> r.roleName(name.value()).policyDocument(PolicyJson.compact(trust))));
    }

    @Override
    public void putInlinePolicy(RoleName name, String policyName, PolicyDocument document) {
        clients.iam(
                call("iam:PutRolePolicy", name),
                iam -> iam.putRolePolicy(r ->
                        r.roleName(name.value()).policyName(policyName).policyDocument(PolicyJson.compact(document))));
    }

    @Override
    public void deleteInlinePolicy(RoleName name, String policyName) {
        clients.iam(
                call("iam:DeleteRolePolicy", name),
                iam -> iam.deleteRolePolicy(r -> r.roleName(name.value()).policyName(policyName)));
    }

    @Override
    public void delete(RoleName name) {
        clients.iam(call("iam:DeleteRole", name), iam -> iam.deleteRole(r -> r.roleName(name.value())));
    }

    static Map<String, String> tags(List<Tag> tags) {
        Map<String, String> ours = new LinkedHashMap<>();
        for (Tag tag : tags) ours.put(tag.key(), tag.value());
        return ours;
    }

    static List<Tag> tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    private static Call call(String permission, RoleName name) {
        return new Call(permission, subject(name), "role.name");
    }

    private static String subject(RoleName name) {
        return "role " + name;
    }
}
