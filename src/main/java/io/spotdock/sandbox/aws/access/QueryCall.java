package io.spotdock.sandbox.aws.access;

import io.spotdock.domain.AccountId;
import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.state.Account;
import io.spotdock.sandbox.aws.state.World;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** One call of a query API: who calls, the parameters, and the means to act. */
public record QueryCall(
        World world, Authorizer authorizer, Call call, String service, String action, Map<String, String> parameters) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    public Caller caller() {
        return call.caller();
    }

    /** The caller's own account. */
    public Account account() {
        return caller().account()
                .orElseThrow(() ->
                        new Refusal(403, "MissingAuthenticationToken", "Request is missing Authentication Token"));
    }

    public Instant now() {
        return world.now().truncatedTo(ChronoUnit.SECONDS);
    }

    public static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** @throws Refusal where the caller may not do this to the resource */
    public void authorize(String resource) {
        authorize(resource, Map.of());
    }

    public void authorize(String resource, Map<String, List<String>> context) {
        authorize(action, resource, context);
    }

    public void authorize(String asAction, String resource, Map<String, List<String>> context) {
        AccountId owner = account().id();
        String name = service + ":" + asAction;
        Authorizer.Answer answer = authorizer.ask(call, name, resource, owner, context);
        if (!answer.allowed())
            throw new Refusal(
                    403,
                    "AccessDenied",
                    "User: " + caller().arn() + " is not authorized to perform: " + name + " on resource: " + resource
                            + " " + answer.because());
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    public String need(String name) {
        return parameter(name)
                .orElseThrow(() -> invalid(
                        "Value null at '" + lower(name) + "' failed to satisfy constraint: Member must not be null"));
    }

    /** @throws Refusal where the value is too short, too long, or of other characters */
    public String need(String name, int min, int max, Pattern pattern) {
        String value = need(name);
        check(name, value, min, max, pattern);
        return value;
    }

    public Optional<String> parameter(String name, int min, int max, Pattern pattern) {
        Optional<String> value = parameter(name);
        value.ifPresent(v -> check(name, v, min, max, pattern));
        return value;
    }

    private static void check(String name, String value, int min, int max, Pattern pattern) {
        String start = "Value '" + value + "' at '" + lower(name) + "' failed to satisfy constraint: Member must ";
        if (value.length() < min) throw invalid(start + "have length greater than or equal to " + min);
        if (value.length() > max) throw invalid(start + "have length less than or equal to " + max);
        if (!pattern.matcher(value).matches())
            throw invalid(start + "satisfy regular expression pattern: " + pattern.pattern());
    }

    public static Refusal invalid(String what) {
        return new Refusal(400, "ValidationError", "1 validation error detected: " + what);
    }

    public int number(String name, int byDefault, int min, int max) {
        Optional<String> text = parameter(name);
        if (text.isEmpty()) return byDefault;
        if (!text.get().matches("-?[0-9]{1,9}")) throw new Refusal(400, "MalformedInput", "Invalid value for " + name);
        int number = Integer.parseInt(text.get());
        String start =
                "Value '" + number + "' at '" + lower(name) + "' failed to satisfy constraint: Member must have value ";
        if (number < min) throw invalid(start + "greater than or equal to " + min);
        if (number > max) throw invalid(start + "less than or equal to " + max);
        return number;
    }

    /** {@code NAME.member.1} and so on. */
    public List<String> list(String name) {
        List<String> values = new ArrayList<>();
        for (int i = 1; parameters.containsKey(name + ".member." + i); i++)
            values.add(parameters.getOrDefault(name + ".member." + i, ""));
        return values;
    }

    /** {@code Tags.member.1.Key} and {@code .Value}, as sent. */
    public List<Map.Entry<String, String>> pairs(String name) {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        for (int i = 1; parameters.containsKey(name + ".member." + i + ".Key"); i++) {
            String at = name + ".member." + i;
            pairs.add(Map.entry(parameters.getOrDefault(at + ".Key", ""), parameters.getOrDefault(at + ".Value", "")));
        }
        return pairs;
    }

    /** Tags by AWS's rules (IAM User Guide, "Rules for tagging in IAM and AWS STS"). */
    public Map<String, String> tags() {
        Map<String, String> tags = new LinkedHashMap<>();
        List<Map.Entry<String, String>> pairs = pairs("Tags");
        if (pairs.size() > 50)
            throw invalid(
                    "Value at 'tags' failed to satisfy constraint: Member must have length less than or equal to 50");
        for (int i = 0; i < pairs.size(); i++) {
            String key = pairs.get(i).getKey();
            String at = "tags." + (i + 1) + ".member.";
            checkTag(at + "key", key, 1, 128);
            checkTag(at + "value", pairs.get(i).getValue(), 0, 256);
            if (key.toLowerCase(Locale.ROOT).startsWith("aws:"))
                throw new Refusal(400, "InvalidInput", "System tags cannot be added, modified or removed.");
            if (tags.keySet().stream().anyMatch(key::equalsIgnoreCase))
                throw new Refusal(
                        400,
                        "InvalidInput",
                        "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
            tags.put(key, pairs.get(i).getValue());
        }
        return tags;
    }

    private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");

    private static void checkTag(String at, String value, int min, int max) {
        check(at, value, min, max, TAG);
    }

    /** Keys of tags in the request, for conditions. */
    public static Map<String, List<String>> tagContext(Map<String, String> tags) {
        return ContextKeys.requestTags(tags);
    }

    private static String lower(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
