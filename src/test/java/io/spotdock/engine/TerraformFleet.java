package io.spotdock.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spotdock.engine.HclSyntax.Block;
import io.spotdock.engine.HclSyntax.Body;
import io.spotdock.engine.HclSyntax.Choice;
import io.spotdock.engine.HclSyntax.Expression;
import io.spotdock.engine.HclSyntax.ListOf;
import io.spotdock.engine.HclSyntax.ObjectOf;
import io.spotdock.engine.HclSyntax.Reference;
import io.spotdock.export.Hcl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** {@code terraform apply} in a root of several accounts, which calls modules in folders below it. */
public final class TerraformFleet {
    private final Map<String, String> files;
    private final BiFunction<String, String, Account> accounts;
    private final Map<String, Account> providers = new HashMap<>();
    private final Map<String, Map<String, String>> made = new HashMap<>();
    private final List<Block> blocks = new ArrayList<>();
    private final HclScope literals = new HclScope(reference -> {
        throw new Misread("unknown " + reference);
    });

    /** @param accounts by their IDs and regions */
    public TerraformFleet(Map<String, String> files, BiFunction<String, String, Account> accounts) {
        this.files = new TreeMap<>(files);
        this.accounts = accounts;
        this.files.forEach((path, text) -> {
            if (path.endsWith(".tf") && !path.contains("/"))
                blocks.addAll(HclReader.read(text).blocks());
        });
    }

    /**
     * Applies the root.
     *
     * @return the roles' ARNs by integration
     */
    public Map<String, String> apply() {
        for (Block provider : of("provider")) declare(provider.body());
        // Terraform keeps to no order but that of what depends on what.
        for (Block module : of("module").reversed())
            make("module." + module.labels().getFirst());
        for (Block resource : of("resource")) make(address(resource));
        HclScope outside = new HclScope(reference -> {
            List<String> path = reference.path();
            String value = made.getOrDefault("module." + path.get(1), Map.of()).get(path.getLast());
            if (value == null || path.size() != 3) throw new Misread("unknown " + reference);
            return TextNode.valueOf(value);
        });
        Map<String, String> arns = new LinkedHashMap<>();
        Block output = of("output").getFirst();
        if (!output.labels().equals(List.of("role_arns"))) throw new Misread("" + output.labels());
        outside.value(output.body().attribute("value"))
                .properties()
                .forEach(entry -> arns.put(entry.getKey(), entry.getValue().asText()));
        return arns;
    }

    private List<Block> of(String type) {
        return blocks.stream().filter(block -> block.type().equals(type)).toList();
    }

    private static String address(Block resource) {
        return String.join(".", resource.labels());
    }

    private void declare(Body provider) {
        provider.knows(List.of("alias", "region", "profile", "allowed_account_ids"), List.of("dynamic"));
        JsonNode allowed = literals.value(provider.attribute("allowed_account_ids"));
        if (allowed.size() != 1) throw new Misread("several accounts: " + allowed);
        String id = allowed.get(0).textValue();
        Account account = accounts.apply(id, literals.text(provider.attribute("region")));
        Body role = provider.blocks("dynamic").getFirst().body();
        if (!(role.attribute("for_each") instanceof Choice)) throw new Misread("no choice of a role");
        HclScope assumed = new HclScope(reference -> {
            if (!reference.toString().equals("assume_role.value")) throw new Misread("unknown " + reference);
            return TextNode.valueOf("ROLE");
        });
        String arn = assumed.text(role.only("content").attribute("role_arn"));
        if (!arn.equals("arn:" + account.partition() + ":iam::" + id + ":role/ROLE")) throw new Misread(arn);
        if (providers.put("aws." + literals.text(provider.attribute("alias")), account) != null)
            throw new Misread("twice: " + provider.attributes());
    }

    private void make(String address) {
        if (made.containsKey(address)) return;
        Block block = blocks.stream()
                .filter(one -> address.equals(
                        one.type().equals("module") ? "module." + one.labels().getFirst() : address(one)))
                .findFirst()
                .orElseThrow(() -> new Misread("no " + address));
        block.body().optional("depends_on").ifPresent(list -> {
            if (!(list instanceof ListOf(List<Expression> members))) throw new Misread("no list");
            members.forEach(member -> make(reference(member)));
        });
        made.put(address, block.type().equals("module") ? call(block) : resource(block));
    }

    private static String reference(Expression expression) {
        if (!(expression instanceof Reference reference)) throw new Misread("no reference: " + expression);
        return reference.toString();
    }

    private Account account(Expression provider) {
        return Optional.ofNullable(providers.get(reference(provider))).orElseThrow(() -> new Misread("no " + provider));
    }

    private Map<String, String> resource(Block block) {
        Map<String, Expression> attributes = new LinkedHashMap<>(block.body().attributes());
        Account account = account(block.body().attribute("provider"));
        attributes.remove("provider");
        new TerraformResource(
                        account, literals, new Body(attributes, block.body().blocks()), Optional.empty())
                .make(block.labels().getFirst());
        return Map.of();
    }

    /** By a root of one module, in the account that the call names. */
    private Map<String, String> call(Block block) {
        if (!(block.body().attribute("providers") instanceof ObjectOf passed)) throw new Misread("no providers");
        Expression provider = Optional.ofNullable(passed.members().get("aws")).orElseThrow();
        Account account = account(provider);
        String folder = literals.text(block.body().attribute("source"));
        if (!folder.startsWith("./")) throw new Misread("not below here: " + folder);
        Map<String, String> module = new TreeMap<>();
        files.forEach((path, text) -> {
            String start = folder.substring(2) + "/";
            if (path.startsWith(start)) module.put(path.substring(start.length()), text);
        });
        if (module.isEmpty()) throw new Misread("no module in " + folder);
        module.put("example/main.tf", root(block, account));
        return new Terraform(module, account).apply();
    }

    private String root(Block block, Account account) {
        Hcl.Body call = new Hcl.Body().set("source", "../");
        block.body().attributes().forEach((name, expression) -> {
            if (List.of("source", "providers", "depends_on").contains(name)) return;
            JsonNode value = literals.value(expression);
            if (value.isTextual()) call.set(name, value.textValue());
            else call.refer(name, value.toString());
        });
        Map<String, Hcl.Expression> aws = new LinkedHashMap<>();
        aws.put("source", Hcl.Text.of("hashicorp/aws"));
        Hcl.Body root = new Hcl.Body()
                .block(
                        "terraform",
                        List.of(),
                        new Hcl.Body()
                                .set("required_version", ">= 1.3")
                                .block(
                                        "required_providers",
                                        List.of(),
                                        new Hcl.Body().set("aws", new Hcl.ObjectOf(aws))))
                .block(
                        "provider",
                        List.of("aws"),
                        new Hcl.Body()
                                .set("region", account.region())
                                .set("allowed_account_ids", new Hcl.ListOf(List.of(Hcl.Text.of(account.id())))))
                .block("module", List.of("site"), call);
        return root.block("output", List.of("role_arn"), new Hcl.Body().refer("value", "module.site.role_arn"))
                .toString();
    }
}
