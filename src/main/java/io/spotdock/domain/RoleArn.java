package io.spotdock.domain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A role's ARN.
 *
 * @param path begins and ends with a slash, {@code "/"} when the role has none (IAM User Guide, "Friendly names and
 *     paths")
 */
public record RoleArn(Partition partition, AccountId account, String path, RoleName name) {
    private static final Pattern LEGAL = Pattern.compile(
            "arn:(aws|aws-us-gov|aws-cn):iam::([0-9]{12}):role(/(?:[\\x21-\\x7e]{0,510}/)?)([\\x21-\\x2e\\x30-\\x7e]+)");

    public RoleArn(Partition partition, AccountId account, RoleName name) {
        this(partition, account, "/", name);
    }

    public static Parsed<RoleArn> parse(String text) {
        return Parsed.of(text.strip(), RoleArn::rule, RoleArn::read);
    }

    private static @Nullable Fault rule(String text) {
        Matcher matcher = LEGAL.matcher(text);
        if (!matcher.matches()) return Fault.of("fault.role-arn", text);
        return RoleName.parse(matcher.group(4)).bad().orElse(null);
    }

    private static RoleArn read(String text) {
        Matcher matcher = LEGAL.matcher(text);
        if (!matcher.matches()) throw new IllegalStateException("not checked: " + text);
        return new RoleArn(
                Partition.ofId(matcher.group(1)).orElseThrow(),
                new AccountId(matcher.group(2)),
                matcher.group(3),
                new RoleName(matcher.group(4)));
    }

    @Override
    public String toString() {
        return "arn:" + partition.id() + ":iam::" + account + ":role" + path + name;
    }
}
