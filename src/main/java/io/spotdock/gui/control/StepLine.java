package io.spotdock.gui.control;

/**
 * A row of the {@link StepRail}: its number, how it stands, its name, and under it the answer or the fault in three
 * words. {@code spoken} is the whole of it in words: "Bucket, step 3 of 8, done, my-company-data-exports".
 */
public record StepLine<K>(K key, int number, StepMark mark, String name, String second, String spoken) {}
