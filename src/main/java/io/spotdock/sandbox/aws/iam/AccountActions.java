package io.spotdock.sandbox.aws.iam;

import io.spotdock.sandbox.aws.access.QueryAction;
import io.spotdock.sandbox.aws.access.QueryCall;
import io.spotdock.sandbox.wire.Xml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The account as a whole. */
final class AccountActions {
    private AccountActions() {}

    static List<QueryAction> all() {
        return List.of(
                QueryAction.reads("GetAccountSummary", AccountActions::summary),
                QueryAction.reads("ListAccountAliases", AccountActions::aliases));
    }

    private static void summary(QueryCall call, Xml xml) {
        call.authorize("*");
        Map<String, Integer> numbers = new LinkedHashMap<>();
        numbers.put("Users", call.account().users().size());
        numbers.put("UsersQuota", 5000);
        numbers.put("Roles", call.account().roles().size());
        numbers.put("RolesQuota", 1000);
        numbers.put("Policies", call.account().policies().size());
        numbers.put("PoliciesQuota", 1500);
        numbers.put("PolicySizeQuota", 6144);
        numbers.put("AssumeRolePolicySizeQuota", 2048);
        numbers.put("UserPolicySizeQuota", 2048);
        numbers.put("Providers", call.account().providers().size());
        numbers.put("AccountMFAEnabled", 1);
        numbers.put("AccountAccessKeysPresent", 0);
        xml.in(
                "SummaryMap",
                map -> numbers.forEach(
                        (key, value) -> map.in("entry", e -> e.text("key", key).text("value", value))));
    }

    private static void aliases(QueryCall call, Xml xml) {
        call.authorize("*");
        xml.text("IsTruncated", false).in("AccountAliases", _ -> {});
    }
}
