package io.spotdock.sandbox.control;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.ServiceAccountId;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * What a sandbox imitates. The defaults are the values of ThoughtSpot's own guide, so that its example works as it
 * stands.
 *
 * @param port of the AWS end point; 0 for any free one
 * @param gcpHosted whether ThoughtSpot runs on Google Cloud
 * @param faults name → value, see {@link Faults}
 * @param members how many more accounts the customer's organization has, each with a role for the first
 * @param orgs how many Orgs the cluster has beside {@code Primary} and {@code Sales}: {@code Org 1} and so on
 */
public record SandboxOptions(
        int port,
        boolean gcpHosted,
        AccountId customerAccount,
        AccountId thoughtSpotAccount,
        ServiceAccountId serviceAccount,
        ExternalId externalId,
        RegionName region,
        Map<String, String> faults,
        InstantSource clock,
        int members,
        int orgs) {
    private static final long BEFORE_MEMBERS = 300_000_000_000L;

    public static SandboxOptions aws() {
        return new SandboxOptions(
                0,
                false,
                new AccountId("999888777666"),
                new AccountId("123456789012"),
                new ServiceAccountId("115663769112811637952"),
                new ExternalId("ts-webhook-x7k9m2p4q1"),
                new RegionName("us-east-1"),
                Map.of(),
                InstantSource.system(),
                0,
                0);
    }

    public static SandboxOptions gcp() {
        return aws().withGcpHosted(true);
    }

    /** {@code 300000000001} and so on. */
    public List<AccountId> memberAccounts() {
        return LongStream.rangeClosed(1, members)
                .mapToObj(number -> new AccountId(String.valueOf(BEFORE_MEMBERS + number)))
                .toList();
    }

    public SandboxOptions withGcpHosted(boolean gcp) {
        return with(parts -> parts.gcpHosted = gcp);
    }

    public SandboxOptions withPort(int number) {
        return with(parts -> parts.port = number);
    }

    public SandboxOptions withCustomer(AccountId account) {
        return with(parts -> parts.customerAccount = account);
    }

    public SandboxOptions withRegion(RegionName home) {
        return with(parts -> parts.region = home);
    }

    public SandboxOptions withFaults(Map<String, String> wanted) {
        return with(parts -> parts.faults = Map.copyOf(wanted));
    }

    public SandboxOptions withClock(InstantSource source) {
        return with(parts -> parts.clock = source);
    }

    /** For a fleet. */
    public SandboxOptions withMembersAndOrgs(int accounts, int more) {
        return with(parts -> {
            parts.members = accounts;
            parts.orgs = more;
        });
    }

    private SandboxOptions with(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return parts.together();
    }

    /** What can be chosen, on the way from one to the other. */
    private static final class Parts {
        private final SandboxOptions from;
        private int port;
        private boolean gcpHosted;
        private AccountId customerAccount;
        private RegionName region;
        private Map<String, String> faults;
        private InstantSource clock;
        private int members;
        private int orgs;

        Parts(SandboxOptions from) {
            this.from = from;
            port = from.port;
            gcpHosted = from.gcpHosted;
            customerAccount = from.customerAccount;
            region = from.region;
            faults = from.faults;
            clock = from.clock;
            members = from.members;
            orgs = from.orgs;
        }

        SandboxOptions together() {
            return new SandboxOptions(
                    port,
                    gcpHosted,
                    customerAccount,
                    from.thoughtSpotAccount,
                    from.serviceAccount,
                    from.externalId,
                    region,
                    faults,
                    clock,
                    members,
                    orgs);
        }
    }
}
