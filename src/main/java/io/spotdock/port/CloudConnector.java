package io.spotdock.port;

import io.spotdock.domain.AccessKeyId;
import io.spotdock.domain.MfaCode;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.Secret;
import java.util.Optional;

/** Signs in to AWS. */
@FunctionalInterface
public interface CloudConnector {
    /** How to sign in. */
    sealed interface SignIn {
        /** As the AWS CLI would without {@code --profile}: environment, {@code AWS_PROFILE}, container, instance. */
        record ByDefault() implements SignIn {}

        /** A profile of the shared configuration, which stands above keys in the environment. */
        record OfProfile(String name) implements SignIn {}

        /**
         * A profile whose role, or whose keys, want a code.
         *
         * @param profile empty for the one that the default chain ends in
         * @param code is spent by the first call; the session it gives is kept, and serves whoever signs in to the same
         *     profile through the same connector until it runs out
         */
        record WithCode(Optional<String> profile, MfaCode code) implements SignIn {}

        /** Keys that somebody typed. They are read at each call and kept nowhere; wiping them ends the sign-in. */
        record Keys(AccessKeyId id, Secret secretAccessKey, Optional<Secret> sessionToken) implements SignIn {}

        /**
         * A role that is taken on with another sign-in, and renewed before it runs out: how one sign-in leads into the
         * accounts of an organisation.
         */
        record InRole(SignIn base, RoleArn role) implements SignIn {}

        /** As settings say it, where naming the default profile asks for the default chain, which ends there. */
        static SignIn of(Optional<String> profile) {
            return profile.filter(name -> !name.equals("default"))
                    .<SignIn>map(OfProfile::new)
                    .orElseGet(ByDefault::new);
        }

        /** Wipes keys that were typed; other ways hold nothing that is secret for long. */
        default void wipe() {
            switch (this) {
                case Keys keys -> {
                    keys.secretAccessKey().close();
                    keys.sessionToken().ifPresent(Secret::close);
                }
                case InRole(SignIn base, RoleArn _) -> base.wipe();
                case ByDefault _, OfProfile _, WithCode _ -> {}
            }
        }

        /** The same with another code; typed keys have no device to ask. */
        default SignIn with(MfaCode code) {
            return switch (this) {
                case ByDefault _ -> new WithCode(Optional.empty(), code);
                case OfProfile profile -> new WithCode(Optional.of(profile.name()), code);
                case WithCode earlier -> new WithCode(earlier.profile(), code);
                case Keys keys -> keys;
                case InRole(SignIn base, RoleArn role) -> new InRole(base.with(code), role);
            };
        }
    }

    /** Prepares clients; calls nothing yet. */
    Cloud connect(SignIn how, RegionName region);

    /** Clouds for many accounts at once, which share what they can. */
    default CloudPool pool() {
        return (how, _, region) -> connect(how, region);
    }

    /**
     * The same, whose sign-ins may be renewed in the middle of something: when one that has worked runs out, another one is
     * asked for, which has to lead into the same account, and the call that was refused is made again with it.
     */
    default CloudConnector renewing(Renewal<SignIn> renewal) {
        return this;
    }

    /** As settings say it. */
    default Cloud connect(Optional<String> profile, RegionName region) {
        return connect(SignIn.of(profile), region);
    }
}
