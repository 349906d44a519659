package io.spotdock.domain;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The ARN of a KMS key; aliases are refused, because a policy does not resolve them (KMS Developer Guide). */
public record KmsKeyArn(String value) {
    private static final Pattern LEGAL =
            Pattern.compile("arn:(aws|aws-us-gov|aws-cn):kms:[a-z0-9-]+:[0-9]{12}:key/(mrk-)?[0-9a-f-]{32,36}");

    public KmsKeyArn {
        IllegalValueException.unlessNull(rule(value));
    }

    public static Parsed<KmsKeyArn> parse(String text) {
        return Parsed.of(text.strip(), KmsKeyArn::rule, KmsKeyArn::new);
    }

    private static @Nullable Fault rule(String text) {
        return LEGAL.matcher(text).matches() ? null : Fault.of("fault.kms-key-arn", text);
    }

    @Override
    public String toString() {
        return value;
    }
}
