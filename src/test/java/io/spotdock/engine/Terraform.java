package io.spotdock.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spotdock.engine.HclSyntax.Block;
import io.spotdock.engine.HclSyntax.Body;
import io.spotdock.engine.HclSyntax.Expression;
import io.spotdock.engine.HclSyntax.ListOf;
import io.spotdock.engine.HclSyntax.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code terraform apply} in a root that calls one module. */
public final class Terraform {
    private final Map<String, String> files;
    private final Account account;

    /** @param files by path from the module's folder; the root is in {@code example} */
    public Terraform(Map<String, String> files, Account account) {
        this.files = Map.copyOf(files);
        this.account = account;
    }

    /**
     * Applies the root.
     *
     * @return its outputs
     */
    public Map<String, String> apply() {
        Body root = folder("example/");
        root.knows(List.of(), List.of("terraform", "provider", "module", "output", "import"));
        requirements(root.only("terraform"));
        Body provider =
                root.blocks("provider").getFirst().body().knows(List.of("region", "allowed_account_ids"), List.of());
        HclScope literals = new HclScope(reference -> {
            throw new Misread("unknown " + reference);
        });
        String region = literals.text(provider.attribute("region"));
        if (!region.equals(account.region())) throw new Misread("made in " + region);
        if (!literals.value(provider.attribute("allowed_account_ids"))
                .toString()
                .contains('"' + account.id() + '"')) throw new Misread("not allowed in " + account.id());
        Block call = root.blocks("module").getFirst();
        String module = "module." + call.labels().getFirst();
        if (!literals.text(call.body().attribute("source")).equals("../")) throw new Misread("another module");
        Map<String, JsonNode> given = new LinkedHashMap<>();
        call.body().attributes().forEach((name, value) -> {
            if (!name.equals("source")) given.put(name, literals.value(value));
        });
        Map<String, String> imports = new HashMap<>();
        for (Block block : root.blocks("import")) {
            Body body = block.body().knows(List.of("to", "id"), List.of());
            if (!(body.attribute("to") instanceof Reference to)) throw new Misread("no address");
            imports.put(to.toString().replaceFirst("^" + module + "\\.", ""), literals.text(body.attribute("id")));
        }
        Map<String, JsonNode> outputs = new Module(folder(""), given, imports).apply();
        HclScope outside = new HclScope(reference -> {
            String name = reference.path().getLast();
            JsonNode value = outputs.get(name);
            if (value == null || !reference.toString().equals(module + "." + name))
                throw new Misread("unknown " + reference);
            return value;
        });
        Map<String, String> results = new LinkedHashMap<>();
        for (Block output : root.blocks("output"))
            results.put(
                    output.labels().getFirst(),
                    outside.text(
                            output.body().knows(List.of("value"), List.of()).attribute("value")));
        return results;
    }

    private Body folder(String path) {
        Map<String, Expression> attributes = new LinkedHashMap<>();
        List<Block> blocks = new ArrayList<>();
        files.forEach((name, text) -> {
            if (!name.startsWith(path) || name.indexOf('/', path.length()) >= 0) return;
            Body body = HclReader.read(text);
            attributes.putAll(body.attributes());
            blocks.addAll(body.blocks());
        });
        return new Body(attributes, blocks);
    }

    private static void requirements(Body terraform) {
        terraform.knows(List.of("required_version"), List.of("required_providers"));
        terraform.only("required_providers").knows(List.of("aws"), List.of()).attribute("aws");
    }

    /** The module, called. */
    private final class Module {
        private final Body body;
        private final Map<String, String> imports;
        private final Map<String, JsonNode> variables = new HashMap<>();
        private final Map<String, List<ObjectNode>> made = new HashMap<>();
        private final HclScope scope = new HclScope(this::value);

        Module(Body body, Map<String, JsonNode> given, Map<String, String> imports) {
            this.body = body.knows(List.of(), List.of("terraform", "variable", "data", "resource", "output"));
            this.imports = new HashMap<>(imports);
            requirements(body.only("terraform"));
            for (Block variable : body.blocks("variable")) declare(variable, given);
            if (!variables.keySet().containsAll(given.keySet())) throw new Misread("unknown among " + given.keySet());
        }

        private void declare(Block block, Map<String, JsonNode> given) {
            String name = block.labels().getFirst();
            Body variable = block.body().knows(List.of("description", "type", "default"), List.of("validation"));
            HclScope alone = new HclScope(reference -> {
                if (!reference.toString().equals("var." + name)) throw new Misread("unknown " + reference);
                return variables.get(name);
            });
            Optional<JsonNode> value = Optional.ofNullable(given.get(name))
                    .or(() -> variable.optional("default").map(alone::value));
            variables.put(name, value.orElseThrow(() -> new Misread("no value for " + name)));
            if (!(variable.attribute("type") instanceof Reference type)) throw new Misread("no type of " + name);
            if (variables.get(name).isTextual() != type.toString().equals("string")) throw new Misread("not " + type);
            for (Block validation : variable.blocks("validation"))
                if (!alone.truth(validation.body().attribute("condition")))
                    throw new Misread(name + ": " + alone.text(validation.body().attribute("error_message")));
        }

        Map<String, JsonNode> apply() {
            for (Block resource : body.blocks("resource")) make(resource);
            if (!imports.isEmpty()) throw new Misread("imports to nowhere: " + imports);
            Map<String, JsonNode> outputs = new LinkedHashMap<>();
            for (Block output : body.blocks("output"))
                outputs.put(
                        output.labels().getFirst(),
                        scope.value(output.body()
                                .knows(List.of("description", "value"), List.of())
                                .attribute("value")));
            return outputs;
        }

        private List<ObjectNode> make(Block block) {
            String address = String.join(".", block.labels());
            List<ObjectNode> there = made.get(address);
            if (there != null) return there;
            block.body().optional("depends_on").ifPresent(this::dependencies);
            Optional<Integer> count =
                    block.body().optional("count").map(scope::value).map(JsonNode::asInt);
            List<ObjectNode> all = new ArrayList<>();
            for (int i = 0; i < count.orElse(1); i++) {
                String id = imports.remove(count.isPresent() ? address + "." + i : address);
                all.add(new TerraformResource(account, scope, block.body(), Optional.ofNullable(id))
                        .make(block.labels().getFirst()));
            }
            made.put(address, all);
            return all;
        }

        private void dependencies(Expression list) {
            if (!(list instanceof ListOf(List<Expression> members))) throw new Misread("no list of dependencies");
            for (Expression member : members) {
                if (!(member instanceof Reference reference)) throw new Misread("no dependency: " + member);
                make(block("resource", reference.path()));
            }
        }

        private Block block(String kind, List<String> labels) {
            return body.blocks(kind).stream()
                    .filter(block -> block.labels().equals(labels))
                    .findFirst()
                    .orElseThrow(() -> new Misread("no " + kind + " " + labels));
        }

        private JsonNode value(Reference reference) {
            List<String> path = reference.path();
            JsonNode value;
            if (path.getFirst().equals("var")) value = variables.get(path.get(1));
            else if (path.getFirst().equals("data")) value = data(block("data", path.subList(1, 3)), path.get(3));
            else value = make(block("resource", path.subList(0, 2))).getFirst().get(path.get(2));
            if (value == null) throw new Misread("unknown " + reference);
            return value;
        }

        private JsonNode data(Block block, String attribute) {
            return switch (block.labels().getFirst() + "." + attribute) {
                case "aws_partition.partition" -> TextNode.valueOf(account.partition());
                case "aws_caller_identity.account_id" -> TextNode.valueOf(account.id());
                case "aws_s3_bucket.bucket", "aws_s3_bucket.region" -> {
                    String name = scope.text(
                            block.body().knows(List.of("bucket"), List.of()).attribute("bucket"));
                    String region = account.s3().headBucket(b -> b.bucket(name)).bucketRegion();
                    yield TextNode.valueOf(attribute.equals("bucket") ? name : region);
                }
                default -> throw new Misread("unknown " + block.labels() + attribute);
            };
        }
    }
}
