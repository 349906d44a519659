package io.spotdock.sandbox.aws.s3;

import io.spotdock.sandbox.wire.Exchange;

/**
 * One operation of S3.
 *
 * @param name as the API Reference has it
 * @param subresource the query parameter that selects it; empty for none
 * @param permission the IAM action that is asked for before the handler runs; empty where the handler asks itself
 */
record Route(
        String name,
        String method,
        Target.Level level,
        String subresource,
        boolean write,
        String permission,
        Handler handler) {
    /** Acts and answers. */
    @FunctionalInterface
    interface Handler {
        Exchange.Answer run(S3Call call);
    }

    static Route service(String name, String method, Handler handler) {
        return new Route(name, method, Target.Level.SERVICE, "", false, "", handler);
    }

    static Route bucket(String name, String method, String subresource, String permission, Handler handler) {
        return new Route(name, method, Target.Level.BUCKET, subresource, !reads(method), permission, handler);
    }

    static Route object(String name, String method, String subresource, String permission, Handler handler) {
        return new Route(name, method, Target.Level.OBJECT, subresource, !reads(method), permission, handler);
    }

    private static boolean reads(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }
}
