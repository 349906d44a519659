package io.spotdock.aws;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Writes each call of a client into the log: service, operation, status, request ID and time, repetitions included. Never
 * a header or a body. A client calls on the thread that asks, one call at a time.
 */
final class CallRecord implements ExecutionInterceptor {
    private final Logger log = LoggerFactory.getLogger(CallRecord.class);
    private final ThreadLocal<Long> begun = ThreadLocal.withInitial(System::nanoTime);

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        begun.set(System.nanoTime());
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        String request = context.response() instanceof AwsResponse answer
                ? Redaction.ofRequestId(answer.responseMetadata().requestId())
                : "";
        log.info("{} {} {} {} ms", name(attributes), context.httpResponse().statusCode(), request, millis());
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        SdkRequest asked = context.request();
        String name = asked == null ? "" : name(attributes);
        if (context.exception() instanceof AwsServiceException refused) {
            String code = refused.awsErrorDetails() == null
                    ? ""
                    : refused.awsErrorDetails().errorCode();
            // Most refusals are answers: that a role is not there yet, or that this person may not look.
            log.info(
                    "{} {} {} {} {} ms",
                    name,
                    refused.statusCode(),
                    code,
                    Redaction.ofRequestId(refused.requestId()),
                    millis());
        } else {
            log.warn("{} {} {} ms", name, context.exception().getClass().getSimpleName(), millis());
        }
    }

    private static String name(ExecutionAttributes attributes) {
        return attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME) + " "
                + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    }

    private long millis() {
        long since = System.nanoTime() - begun.get();
        begun.remove();
        return since / 1_000_000;
    }
}
