package io.spotdock.export;

/** The forms in which an integration can be handed on. */
public enum Format {
    /** {@code policies/*.json}. */
    POLICIES,
    /** {@code apply.sh} and {@code undo.sh}. */
    CLI,
    /** {@code cloudformation.yaml}. */
    CLOUDFORMATION,
    /** {@code terraform/*.tf}. */
    TERRAFORM,
    /** {@code webhook-request.json}; nothing where the settings name no webhook. */
    WEBHOOK,
    /** {@code handoff.md} and {@code handoff.html}. */
    HANDOFF
}
