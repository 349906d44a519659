package io.spotdock.export.fleet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.GoogleProvider;
import io.spotdock.domain.Ownership;
import io.spotdock.export.YamlText;
import java.util.TreeMap;

/** CloudFormation's template of an account's identity provider, for any number of service accounts. */
final class ProviderTemplate {
    static final String CLIENT_IDS = "ServiceAccountIds";

    private ProviderTemplate() {}

    static String text() {
        ObjectNode root = JsonNodeFactory.instance
                .objectNode()
                .put("AWSTemplateFormatVersion", "2010-09-09")
                .put(
                        "Description",
                        "Google as an identity provider, for the service accounts of ThoughtSpot. An account has one at"
                                + " most. Made by Spotdock.");
        root.putObject("Parameters")
                .putObject(CLIENT_IDS)
                .put("Type", "CommaDelimitedList")
                .put("Description", "The unique IDs of ThoughtSpot's Google service accounts.");
        ObjectNode resource =
                root.putObject("Resources").putObject("IdentityProvider").put("Type", "AWS::IAM::OIDCProvider");
        ObjectNode properties = resource.putObject("Properties").put("Url", "https://" + GoogleProvider.HOST);
        properties.putObject("ClientIdList").put("Ref", CLIENT_IDS);
        ArrayNode tags = properties.putArray("Tags");
        new TreeMap<>(Ownership.TAGS)
                .forEach((key, value) -> tags.addObject().put("Key", key).put("Value", value));
        ObjectNode arn = root.putObject("Outputs").putObject("IdentityProviderArn");
        arn.put("Description", "The identity provider.").putObject("Value").put("Ref", "IdentityProvider");
        return YamlText.print(root);
    }
}
