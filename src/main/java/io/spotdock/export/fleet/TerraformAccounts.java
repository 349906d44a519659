package io.spotdock.export.fleet;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.Partition;
import io.spotdock.domain.RegionName;
import io.spotdock.export.Hcl;
import io.spotdock.export.Hcl.Body;
import io.spotdock.export.Hcl.Code;
import io.spotdock.export.Hcl.ListOf;
import io.spotdock.export.Hcl.Literal;
import io.spotdock.export.Hcl.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How Terraform signs in: a provider for each account and region, which works in no other account. */
final class TerraformAccounts {
    private static final String ROLE = "assume_role";
    private static final String OWN = "accounts_without_role";

    private final Map<Place, Optional<String>> profiles = new LinkedHashMap<>();

    private record Place(Partition partition, AccountId account, RegionName region) {}

    TerraformAccounts(Layout layout) {
        layout.sites()
                .forEach(site -> profiles.merge(
                        new Place(site.wanted().partition(), site.account(), site.region()),
                        site.wanted().settings().aws().profile(),
                        (former, other) -> former.or(() -> other)));
    }

    /** What a module or resource takes as its provider. */
    static String reference(AccountId account, RegionName region) {
        return "aws." + alias(account, region);
    }

    private static String alias(AccountId account, RegionName region) {
        return "account_" + account + "_" + region.value().replace('-', '_');
    }

    static Body variables(Optional<String> role) {
        Body assumed = new Body()
                .set(
                        "description",
                        "Name of the role, with its path, that is assumed in each account. Null where the profiles lead"
                                + " into the accounts by themselves.")
                .refer("type", "string")
                .set("default", role.<Hcl.Expression>map(Text::of).orElse(new Code("null")));
        Body own = new Body()
                .set("description", "Accounts in which no role is assumed, such as the one that you are signed in to.")
                .refer("type", "list(string)")
                .refer("default", "[]");
        return new Body().block("variable", List.of(ROLE), assumed).block("variable", List.of(OWN), own);
    }

    /** @param byProfile whether the profiles that the integrations name lead into their accounts */
    Body providers(boolean byProfile) {
        Body providers = new Body();
        profiles.forEach((place, profile) ->
                providers.block("provider", List.of("aws"), provider(place, profile.filter(_ -> byProfile))));
        return providers;
    }

    private static Body provider(Place place, Optional<String> profile) {
        String account = place.account().value();
        Body body = new Body()
                .set("alias", alias(place.account(), place.region()))
                .set("region", place.region().value());
        profile.ifPresent(name -> body.set("profile", name));
        body.set("allowed_account_ids", new ListOf(List.of(Text.of(account))));
        Text arn = new Text(List.of(
                new Literal("arn:" + place.partition().id() + ":iam::" + account + ":role/"),
                new Code(ROLE + ".value")));
        Body assumed = new Body()
                .refer(
                        "for_each",
                        "var." + ROLE + " == null || contains(var." + OWN + ", " + Hcl.quoted(account)
                                + ") ? [] : [var." + ROLE + "]")
                .block("content", List.of(), new Body().set("role_arn", arn));
        return body.block("dynamic", List.of(ROLE), assumed);
    }
}
