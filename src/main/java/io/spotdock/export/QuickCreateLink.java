package io.spotdock.export;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * A link that opens CloudFormation's console with the whole form filled in (CloudFormation User Guide, "Create quick-create
 * links"). It takes a template from S3 alone, so that somebody has to put it there.
 */
final class QuickCreateLink {
    static final String STACK = "thoughtspot-delivery";
    static final String BUCKET = "TEMPLATE-BUCKET";

    private final Blueprint blueprint;

    QuickCreateLink(Blueprint blueprint) {
        this.blueprint = blueprint;
    }

    /** The command that puts the template where the link takes it from. */
    String upload() {
        return "aws s3 cp " + CloudFormation.FILE + " s3://" + BUCKET + "/" + CloudFormation.FILE + " --region "
                + region();
    }

    String url() {
        Template template = new Template(blueprint);
        String values = template.parameters().stream()
                .map(parameter -> "&param_" + parameter.pascalCase() + "=" + encoded(template.value(parameter)))
                .collect(Collectors.joining());
        String file = "https://" + BUCKET + ".s3." + region() + "."
                + blueprint.wanted().partition().domainName() + "/" + CloudFormation.FILE;
        return "https://" + console() + "/cloudformation/home?region=" + region()
                + "#/stacks/create/review?templateURL=" + encoded(file) + "&stackName=" + STACK + values;
    }

    private String console() {
        return switch (blueprint.wanted().partition()) {
            case AWS -> "console.aws.amazon.com";
            case AWS_US_GOV -> "console.amazonaws-us-gov.com";
            case AWS_CN -> "console.amazonaws.cn";
        };
    }

    private String region() {
        return blueprint.settings().aws().region().value();
    }

    /** For a fragment, in which a plus sign is no space (RFC 3986, "Fragment"). */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
