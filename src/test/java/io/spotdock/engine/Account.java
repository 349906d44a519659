package io.spotdock.engine;

import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Where an engine works: an account, and clients of it in one region. */
public record Account(String partition, String id, String region, IamClient iam, S3Client s3) {}
