package io.spotdock.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelltalesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer S3cr3tS3cr3t",
                "{\"token\": \"S3cr3tS3cr3t\", \"x\": 1}",
                "{\\\"secret_key\\\":\\\"S3cr3tS3cr3t\\\"}",
                "AWS_SECRET_ACCESS_KEY=S3cr3tS3cr3t aws s3 ls",
                "SPOTDOCK_PASSWORD='S3cr3tS3cr3t'",
                "password: S3cr3tS3cr3t",
                "https://user:S3cr3tS3cr3t@proxy:8080/",
                "https://x.example/hook?a=b&sig=S3cr3tS3cr3t",
                "https://x.example/hook?code=S3cr3tS3cr3t&a=b",
                "AWS4-HMAC-SHA256 Credential=AKIA/x, Signature=S3cr3tS3cr3t",
                "eyJhbGciOiJub25lIn0.eyJ4IjoiUzNjcjN0In0.S3cr3tS3cr3t"
            })
    void aSecretIsToldByItsNameOrItsShape(String text) {
        assertThat(Telltales.hide(text)).doesNotContain("S3cr3tS3cr3t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SignatureDoesNotMatch: Signature not yet current: 20260101T122100Z is still later",
                "ExpiredToken: The provided token has expired.",
                "commit 4b825dc642cb6eb9a060e54bf8d69288fbee4904 of today",
                "arn:aws:iam::999888777666:role/thoughtspot-s3-upload",
                "webhook.authentication {bearer-token: env:RECEIVER_TOKEN}",
                "https://api.example.com/thoughtspot/webhook?key1=value&region=us-east-1",
                "User: arn:aws:iam::1:user/u is not authorized to perform: s3:PutObject on resource: \"arn:aws:s3:::b/k\""
            })
    void whatIsNoSecretStays(String text) {
        assertThat(Telltales.hide(text)).isEqualTo(text);
    }

    @Test
    void pairsKeepTheirNames() {
        assertThat(Telltales.hideIn(Map.of("X-Api-Key", "S3cr3t", "X-Team", "data")))
                .isEqualTo(Map.of("X-Api-Key", "[hidden]", "X-Team", "data"));
    }
}
