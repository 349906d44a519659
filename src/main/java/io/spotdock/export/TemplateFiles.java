package io.spotdock.export;

import io.spotdock.plan.Wanted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An integration for the engines that roll one out in many accounts. Integrations of one shape have the same templates to
 * the letter, when these are made without defaults; what sets them apart is what {@link #parameters} and
 * {@link #variables} say.
 */
public final class TemplateFiles {
    private final Template template;

    /** @param standing an identity provider in it is one that the account has, or gets otherwise: it is not made */
    public TemplateFiles(Wanted wanted, Standing standing) {
        this.template = new Template(new Blueprint(wanted, standing));
    }

    /** CloudFormation's template, YAML. */
    public String cloudFormation(Defaults defaults) {
        return new CloudFormation(template, defaults).template();
    }

    /** The values of CloudFormation's parameters: all of them, by their names in the template. */
    public Map<String, String> parameters() {
        Map<String, String> values = new LinkedHashMap<>();
        for (Parameter parameter : template.parameters()) values.put(parameter.pascalCase(), template.value(parameter));
        return values;
    }

    /** Terraform's module: its files, by their names in its folder. */
    public List<ExportFile> terraform(Defaults defaults) {
        return new Terraform(template, defaults).files();
    }

    /** The values of Terraform's variables: all of them, by their names in the module. */
    public Map<String, Hcl.Expression> variables() {
        Map<String, Hcl.Expression> values = new LinkedHashMap<>();
        for (Parameter parameter : Terraform.variables(template))
            values.put(parameter.snakeCase(), Terraform.value(template, parameter));
        return values;
    }
}
