package io.spotdock.export;

import io.spotdock.export.Hcl.Body;
import io.spotdock.export.Hcl.Code;
import io.spotdock.export.Hcl.Expression;
import io.spotdock.export.TerraformResources.Address;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small Terraform module. */
public final class Terraform {
    private final Blueprint blueprint;
    private final Template template;
    private final Defaults defaults;

    Terraform(Template template, Defaults defaults) {
        this.blueprint = template.blueprint();
        this.template = template;
        this.defaults = defaults;
    }

    /** Terraform asks AWS itself where a bucket is. */
    static List<Parameter> variables(Template template) {
        return template.parameters().stream()
                .filter(parameter -> parameter != Parameter.BUCKET_REGION)
                .toList();
    }

    static Expression value(Template template, Parameter parameter) {
        return value(parameter, template.value(parameter));
    }

    static Expression value(Parameter parameter, String value) {
        return switch (parameter.rule()) {
            case Parameter.Rule.Text _ -> Hcl.Text.of(value);
            case Parameter.Rule.YesOrNo _ -> new Code(value);
        };
    }

    static String variable(Parameter parameter) {
        return "var." + parameter.snakeCase();
    }

    List<ExportFile> files() {
        return List.of(
                file("versions.tf", versions()),
                file("variables.tf", variables()),
                file("main.tf", new TerraformResources(template).main()),
                file("outputs.tf", outputs()));
    }

    static ExportFile file(String path, Body body) {
        return ExportFile.of(path, "# Made by Spotdock.\n\n" + body);
    }

    private static Body versions() {
        return new Body().block("terraform", List.of(), requirements(">= 1.3", ">= 5.82"));
    }

    /** From 5.82 on the provider needs no thumbprints for an identity provider. */
    public static Body requirements(String terraform, String provider) {
        Map<String, Expression> aws = new LinkedHashMap<>();
        aws.put("source", Hcl.Text.of("hashicorp/aws"));
        aws.put("version", Hcl.Text.of(provider));
        return new Body()
                .set("required_version", terraform)
                .block("required_providers", List.of(), new Body().set("aws", new Hcl.ObjectOf(aws)));
    }

    private Body variables() {
        Body variables = new Body();
        for (Parameter parameter : variables(template))
            variables.block("variable", List.of(parameter.snakeCase()), declaration(parameter));
        return variables;
    }

    private Body declaration(Parameter parameter) {
        Body body = new Body().set("description", parameter.description());
        body.refer("type", parameter.rule() instanceof Parameter.Rule.YesOrNo ? "bool" : "string");
        template.preset(parameter, defaults).ifPresent(value -> body.set("default", value(parameter, value)));
        if (parameter.rule() instanceof Parameter.Rule.Text text) {
            Body validation = new Body()
                    .refer("condition", condition(text, variable(parameter)))
                    .set("error_message", text.sentence());
            body.block("validation", List.of(), validation);
        }
        return body;
    }

    private static String condition(Parameter.Rule.Text text, String name) {
        String matches = "can(regex(" + Hcl.quoted(text.pattern()) + ", " + name + "))";
        String atLeast = text.shortest() == 0 ? "" : " && length(" + name + ") >= " + text.shortest();
        return matches + atLeast + " && length(" + name + ") <= " + text.longest();
    }

    private Body outputs() {
        Body outputs = new Body();
        for (Output output : Output.of(blueprint))
            outputs.block(
                    "output",
                    List.of(output.snakeCase()),
                    new Body().set("description", output.description()).refer("value", value(output)));
        return outputs;
    }

    private String value(Output output) {
        String bucket = (blueprint.bucket().isPresent() ? "" : "data.") + Address.BUCKET;
        return switch (output) {
            case ROLE_ARN -> Address.ROLE + ".arn";
            case EXTERNAL_ID -> variable(Parameter.EXTERNAL_ID);
            case BUCKET_NAME -> bucket + ".bucket";
            case REGION -> bucket + ".region";
            case PATH_PREFIX -> variable(Parameter.PATH_PREFIX);
        };
    }
}
