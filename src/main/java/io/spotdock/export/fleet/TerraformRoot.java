package io.spotdock.export.fleet;

import io.spotdock.domain.GoogleProvider;
import io.spotdock.export.Defaults;
import io.spotdock.export.ExportFile;
import io.spotdock.export.Hcl.Body;
import io.spotdock.export.Hcl.Code;
import io.spotdock.export.Hcl.Expression;
import io.spotdock.export.Hcl.ListOf;
import io.spotdock.export.Hcl.ObjectOf;
import io.spotdock.export.Hcl.Text;
import io.spotdock.export.Terraform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A root module of Terraform, which calls a module of each site's shape. */
final class TerraformRoot {
    private static final String PROVIDER_TYPE = "aws_iam_openid_connect_provider";

    private final Layout layout;
    private final Optional<String> role;
    private final Map<Site, String> names = new LinkedHashMap<>();

    /** @param role with its path: assumed in every account but the one that is signed in to */
    TerraformRoot(Layout layout, Optional<String> role) {
        this.layout = layout;
        this.role = role;
        Identifiers identifiers = new Identifiers(layout.sites().map(Site::name).toList());
        layout.sites().forEach(site -> names.put(site, identifiers.of(site.name())));
    }

    List<ExportFile> files() {
        List<ExportFile> files = new ArrayList<>();
        Body versions = new Body().block("terraform", List.of(), Terraform.requirements(">= 1.3", ">= 5.82, < 7.0"));
        files.add(file("versions", versions));
        files.add(file("variables", TerraformAccounts.variables(role)));
        files.add(file("providers", new TerraformAccounts(layout).providers(role.isEmpty())));
        files.add(file("main", main()));
        files.add(file("outputs", outputs()));
        Map<Shape, Site> shapes = new LinkedHashMap<>();
        layout.sites().forEach(site -> shapes.putIfAbsent(site.shape(), site));
        shapes.forEach((shape, site) ->
                site.templates().terraform(Defaults.NONE).forEach(file -> files.add(file.below("modules/" + shape))));
        return files;
    }

    private static ExportFile file(String name, Body body) {
        return new ExportFile(name + ".tf", "# Made by Spotdock.\n\n" + body, false);
    }

    private Body main() {
        Body main = new Body();
        layout.providers().values().forEach(shared -> provider(main, shared));
        names.forEach((site, name) -> main.block("module", List.of(name), call(site)));
        return main;
    }

    private static void provider(Body main, Layout.SharedProvider shared) {
        Map<String, Expression> tags = new LinkedHashMap<>();
        new TreeMap<>(shared.provider().tags()).forEach((key, value) -> tags.put(key, Text.of(value)));
        List<Expression> clients = shared.provider().clientIds().stream()
                .sorted()
                .<Expression>map(Text::of)
                .toList();
        Body body = new Body()
                .refer("provider", TerraformAccounts.reference(shared.provider().account(), shared.region()))
                .gap()
                .set("url", "https://" + GoogleProvider.HOST)
                .set("client_id_list", new ListOf(clients))
                .set("tags", new ObjectOf(tags));
        main.block("resource", List.of(PROVIDER_TYPE, label(shared)), body);
    }

    private static String label(Layout.SharedProvider shared) {
        return "google_" + shared.provider().account();
    }

    private Body call(Site site) {
        Body call = new Body()
                .set("source", "./modules/" + site.shape())
                .set(
                        "providers",
                        new ObjectOf(
                                Map.of("aws", new Code(TerraformAccounts.reference(site.account(), site.region())))))
                .gap();
        site.templates().variables().forEach(call::set);
        List<Expression> first = new ArrayList<>();
        site.bucketMaker().ifPresent(maker -> first.add(new Code("module." + names.get(maker))));
        Layout.SharedProvider shared = layout.providers().get(site.account());
        if (shared != null && Layout.needsProvider(site)) first.add(new Code(PROVIDER_TYPE + "." + label(shared)));
        if (!first.isEmpty()) call.gap().set("depends_on", new ListOf(first));
        return call;
    }

    /** Integrations that share a destination share its role. */
    private Body outputs() {
        Map<String, Expression> arns = new LinkedHashMap<>();
        layout.byName().forEach((name, site) -> arns.put(name, new Code("module." + names.get(site) + ".role_arn")));
        Body output = new Body()
                .set("description", "The role that ThoughtSpot assumes, by integration.")
                .set("value", new ObjectOf(arns));
        return new Body().block("output", List.of("role_arns"), output);
    }
}
