package io.spotdock.port;

import io.spotdock.domain.RegionName;
import java.util.Optional;

/** Signs in to AWS. */
@FunctionalInterface
public interface CloudConnector {
    /**
     * Prepares clients; calls nothing yet.
     *
     * @param profile a profile of the shared configuration; empty for the default chain, which honours
     *     {@code AWS_PROFILE}, the environment, container and instance roles as the AWS CLI does
     */
    Cloud connect(Optional<String> profile, RegionName region);
}
