/**
 * Policy documents and their meaning: records, canonical JSON, lenient reading of what others wrote, equality of
 * meaning, and the evaluator that says who may do what under which condition. The rules are those of the IAM User
 * Guide; what they leave open is answered "can't tell", never guessed.
 */
@NullMarked
package io.spotdock.domain.policy;

import org.jspecify.annotations.NullMarked;
