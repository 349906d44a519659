package io.spotdock.service.fleet;

import io.spotdock.port.CloudConnector.SignIn;
import java.util.function.Function;

/** Signs in to AWS, and once more with a code of an MFA device where AWS wants one; never two at a time. */
@FunctionalInterface
public interface CodePrompt {
    <T> T around(SignIn how, Function<SignIn, T> signIn);

    /** Where nobody can be asked. */
    static CodePrompt none() {
        return Nobody.AT_HAND;
    }

    /** Nobody to ask: AWS's wish for a code is the end of it. */
    enum Nobody implements CodePrompt {
        AT_HAND;

        @Override
        public <T> T around(SignIn how, Function<SignIn, T> signIn) {
            return signIn.apply(how);
        }
    }
}
