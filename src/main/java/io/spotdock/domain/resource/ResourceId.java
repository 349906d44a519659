package io.spotdock.domain.resource;

/**
 * One thing in the outside world.
 *
 * @param name what its owner calls it: a bucket's or role's name, an Org's name
 */
public record ResourceId(ResourceKind kind, String name) {
    @Override
    public String toString() {
        return kind.id() + " " + name;
    }
}
