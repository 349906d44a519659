package io.spotdock.export;

import io.spotdock.domain.Ownership;
import io.spotdock.domain.resource.Bucket;
import io.spotdock.domain.resource.IdentityProvider;
import io.spotdock.export.Hcl.Body;
import io.spotdock.export.Hcl.ListOf;
import io.spotdock.export.TerraformResources.Address;
import io.spotdock.plan.Observed.BucketSight;
import io.spotdock.plan.Observed.RoleSight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A root that calls the module for one integration, and takes over what stands already. */
final class TerraformExample {
    static final String FOLDER = "example";
    private static final String MODULE = "thoughtspot_delivery";

    private final Blueprint blueprint;
    private final Template template;

    TerraformExample(Template template) {
        this.blueprint = template.blueprint();
        this.template = template;
    }

    List<ExportFile> files() {
        List<ExportFile> files = new ArrayList<>();
        files.add(Terraform.file("main.tf", main()).below(FOLDER));
        Body imports = imports();
        if (!imports.isEmpty()) files.add(Terraform.file("imports.tf", imports).below(FOLDER));
        return List.copyOf(files);
    }

    /** Import blocks came with Terraform 1.5. */
    private Body main() {
        Body provider = new Body()
                .set("region", blueprint.settings().aws().region().value())
                .set(
                        "allowed_account_ids",
                        new ListOf(List.of(Hcl.Text.of(
                                blueprint.settings().aws().accountId().value()))));
        Body call = new Body().set("source", "../").gap();
        for (Parameter parameter : Terraform.variables(template))
            call.set(parameter.snakeCase(), Terraform.value(parameter, value(parameter)));
        Body main = new Body()
                .block("terraform", List.of(), Terraform.requirements(">= 1.5", ">= 5.82, < 7.0"))
                .comment("In another account Terraform stops before it changes anything.")
                .block("provider", List.of("aws"), provider)
                .block("module", List.of(MODULE), call);
        main.comment("What ThoughtSpot needs.");
        for (Output output : Output.of(blueprint))
            main.block(
                    "output",
                    List.of(output.snakeCase()),
                    new Body().refer("value", "module." + MODULE + "." + output.snakeCase()));
        return main;
    }

    private String value(Parameter parameter) {
        return parameter == Parameter.CREATE_IDENTITY_PROVIDER && takenOver().isPresent()
                ? "true"
                : template.value(parameter);
    }

    /** A provider that stands, made for this delivery and used by no other: the module can have it. */
    private Optional<IdentityProvider> takenOver() {
        return blueprint
                .standing()
                .identityProvider()
                .filter(there -> Ownership.isOurs(there.tags())
                        && blueprint.provider().stream()
                                .anyMatch(wanted -> wanted.clientIds().equals(there.clientIds())));
    }

    /** By the IDs that the provider's documentation gives in its sections "Import". */
    private Body imports() {
        Body imports = new Body();
        blueprint.bucket().ifPresent(_ -> blueprint.standing().bucket().ifPresent(there -> bucket(imports, there)));
        takenOver().ifPresent(provider -> take(imports, Address.PROVIDER + "[0]", provider.arn()));
        blueprint.standing().role().ifPresent(role -> role(imports, role));
        return imports;
    }

    /**
     * What is there for certain, as the encryption of every bucket is; the rest is only ever put, so that it makes no
     * difference whether it is there.
     */
    private void bucket(Body imports, BucketSight.Ours there) {
        String name = there.bucket().name().value();
        Bucket.Protection protection = there.bucket().protection();
        take(imports, Address.BUCKET, name);
        if (protection.publicAccessBlocked()) take(imports, Address.PUBLIC_ACCESS, name);
        if (protection.ownership() == Bucket.Ownership.BUCKET_OWNER_ENFORCED) take(imports, Address.OWNERSHIP, name);
        take(imports, Address.ENCRYPTION, name);
        if (there.policy().isPresent() && blueprint.bucketPolicy().isPresent())
            take(imports, Address.BUCKET_POLICY, name);
    }

    private void role(Body imports, RoleSight there) {
        String name = there.role().arn().name().value();
        String policy = blueprint.policyName();
        take(imports, Address.ROLE, name);
        if (there.inline().containsKey(policy)) take(imports, Address.ROLE_POLICY, name + ":" + policy);
    }

    private static void take(Body imports, Object address, String id) {
        if (imports.isEmpty())
            imports.comment("What stood already when this was written: Terraform takes it over instead of making it.")
                    .comment("After the first apply this file has done its work.");
        imports.block(
                "import",
                List.of(),
                new Body().refer("to", "module." + MODULE + "." + address).set("id", id));
    }
}
