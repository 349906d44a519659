package io.spotdock.sandbox.aws;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.Partition;
import io.spotdock.domain.RegionName;
import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.protocol.Request;
import io.spotdock.sandbox.aws.protocol.Service;
import io.spotdock.sandbox.aws.protocol.Signature;
import io.spotdock.sandbox.aws.state.AccessKey;
import io.spotdock.sandbox.aws.state.Account;
import io.spotdock.sandbox.aws.state.AwsFault;
import io.spotdock.sandbox.aws.state.KmsKey;
import io.spotdock.sandbox.aws.state.Principal;
import io.spotdock.sandbox.aws.state.World;
import io.spotdock.sandbox.control.CallLog;
import io.spotdock.sandbox.control.Faults;
import io.spotdock.sandbox.control.Gate;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.sandbox.control.Snapshot;
import io.spotdock.sandbox.wire.Exchange;
import io.spotdock.sandbox.wire.IdTokens;
import io.spotdock.sandbox.wire.LoopbackServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * AWS on loopback, in memory only. One address serves all services; the scope of the signature says which is meant
 * (what nobody signed is STS's web identity when it is a form, else anonymous S3).
 */
public final class AwsServer implements AutoCloseable {
    /** Allows everything; what {@code AdministratorAccess} says. */
    private static final String EVERYTHING =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}";

    private final World world;
    private final Faults faults;
    private final CallLog calls;
    private final Services services;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final LoopbackServer server;
    private final AccessKey administrator;
    private final AccessKey thoughtSpot;

    public AwsServer(SandboxOptions options, IdTokens idTokens, Faults faults, CallLog calls) {
        this.faults = faults;
        this.calls = calls;
        world = new World(options.clock(), faults);
        services = new Services(world, idTokens);
        administrator = addAccount(options.customerAccount(), options.region());
        world.setAdministrator(new Principal.User(options.customerAccount(), USER));
        // ThoughtSpot's account is in the commercial partition, wherever the customer's may be.
        thoughtSpot = addAccount(options.thoughtSpotAccount(), new RegionName("us-east-1"));
        server = new LoopbackServer(options.port(), exchange -> dated(answer(exchange)));
    }

    private static final String USER = "administrator";

    private static final String MEMBER_ROLE = "OrganizationAccountAccessRole";

    public URI address() {
        return server.address();
    }

    /** Of the customer's administrator. */
    public AccessKey administrator() {
        return administrator;
    }

    /** Of ThoughtSpot's own principal. */
    public AccessKey thoughtSpot() {
        return thoughtSpot;
    }

    /**
     * Adds an account, unless it is there, with an administrator.
     *
     * @param region any of the account's partition
     * @return a key of its administrator
     */
    public AccessKey addAccount(AccountId id, RegionName region) {
        synchronized (world) {
            Partition partition = region.partition();
            Account account = world.addAccount(id, partition);
            if (!account.users().containsKey(USER)) {
                world.addUser(account, USER, Map.of("AdministratorAccess", EVERYTHING));
            }
            return world.addUserKey(id, USER);
        }
    }

    /**
     * Adds an account to the customer's organization, as AWS Organizations makes one: with a role that lets the management
     * account, which is the customer's, do everything (AWS Organizations User Guide, "Accessing member accounts with
     * OrganizationAccountAccessRole").
     */
    public void addMember(AccountId id) {
        synchronized (world) {
            Principal.User manager = world.administrator().orElseThrow();
            Account management = world.account(manager.account());
            world.addRole(
                    world.addAccount(id, management.partition()),
                    MEMBER_ROLE,
                    "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\""
                            + management.arn("root") + "\"},\"Action\":\"sts:AssumeRole\"}]}",
                    "arn:" + management.partition().id() + ":iam::aws:policy/AdministratorAccess");
        }
    }

    /**
     * Adds a KMS key, as S3 uses keys.
     *
     * @return its ARN
     */
    public String addKmsKey(AccountId account, RegionName region, String policy) {
        synchronized (world) {
            String arn =
                    "arn:" + region.partition().id() + ":kms:" + region + ":" + account + ":key/" + UUID.randomUUID();
            return world.kmsKeys()
                    .put(KmsKey.customers(arn, account, region.value(), world.now(), policy))
                    .arn();
        }
    }

    /**
     * What it holds, seen at one moment.
     *
     * @param webhooks of ThoughtSpot, to be taken along
     * @param channels of ThoughtSpot, too
     */
    public Snapshot snapshot(Map<String, List<Map<String, String>>> webhooks, Map<String, List<String>> channels) {
        synchronized (world) {
            Still still = new Still(world);
            return new Snapshot(still.buckets(), still.roles(), still.identityProviders(), webhooks, channels);
        }
    }

    /** A clock that is wrong says the wrong time in every answer, too. */
    private Exchange.Answer dated(Exchange.Answer answer) {
        synchronized (world) {
            return answer.at(world.now());
        }
    }

    private Exchange.Answer answer(Exchange exchange) {
        slow();
        if (faults.takeOne(AwsFault.DROP_BEFORE.id())) {
            calls.add(new CallLog.Call("aws", "(dropped)", false, 0));
            return Exchange.Answer.dropped();
        }
        Request request;
        Signature signature;
        try {
            request = Request.of(exchange);
            signature = Signature.of(request);
        } catch (Refusal refusal) {
            return plain(refusal);
        }
        Service service = services.of(request, signature);
        Service.Named named = service.named(request, signature);
        Exchange.Answer answer = faults.gate()
                .through(
                        service.name(),
                        named.action(),
                        named.write(),
                        exchange.header("user-agent"),
                        () -> serve(service, request, signature),
                        ruling -> turnedAway(service, request, ruling));
        boolean drop = named.write() && answer.status() < 300 && faults.takeOne(AwsFault.DROP.id());
        calls.add(new CallLog.Call(service.name(), named.action(), named.write(), drop ? 0 : answer.status()));
        return drop ? Exchange.Answer.dropped() : answer;
    }

    private static Exchange.Answer turnedAway(Service service, Request request, Gate.Ruling ruling) {
        return switch (ruling) {
            case PASS, DROP, SILENCE -> Exchange.Answer.dropped();
            case BREAK -> service.refuse(request, service.broken());
            case THROTTLE -> service.refuse(request, service.throttled());
            case DENY -> service.refuse(request, new Refusal(403, "AccessDenied", "Access Denied"));
        };
    }

    private Exchange.Answer serve(Service service, Request request, Signature signature) {
        synchronized (world) {
            try {
                if (faults.takeOne(AwsFault.THROTTLE.id())) throw service.throttled();
                if (faults.takeOne(AwsFault.ERROR.id())) throw service.broken();
                return service.serve(request, signature);
            } catch (Refusal refusal) {
                return service.refuse(request, refusal);
            } catch (RuntimeException e) {
                System.getLogger(AwsServer.class.getName())
                        .log(System.Logger.Level.ERROR, "the sandbox failed at " + request.method(), e);
                return service.refuse(request, service.broken());
            }
        }
    }

    private void slow() {
        faults.value(AwsFault.SLOW.id()).ifPresent(millis -> {
            try {
                // Ends early when the sandbox is closed, which is what it returns.
                if (closed.await(Long.parseLong(millis), TimeUnit.MILLISECONDS)) return;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static Exchange.Answer plain(Refusal refusal) {
        return new Exchange.Answer(
                refusal.status(),
                Map.of("Content-Type", "text/plain"),
                refusal.text().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        closed.countDown();
        server.close();
    }
}
