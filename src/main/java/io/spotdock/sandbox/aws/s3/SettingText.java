package io.spotdock.sandbox.aws.s3;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A bucket's setting in a form that does not hang on how its XML was written. */
public final class SettingText {
    private SettingText() {}

    /** Each value with the path to it, in the order of the alphabet; what is no XML as it stands. */
    public static String of(String setting) {
        if (!setting.startsWith("<")) return setting;
        SortedSet<String> values = new TreeSet<>();
        collect(XmlBody.parse(setting.getBytes(StandardCharsets.UTF_8)).element(), "", values);
        return String.join(", ", values);
    }

    private static void collect(Element element, String path, SortedSet<String> values) {
        NodeList nodes = element.getChildNodes();
        List<Element> children = IntStream.range(0, nodes.getLength())
                .<Node>mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
        if (children.isEmpty() && !path.isEmpty())
            values.add(path + "=" + element.getTextContent().strip());
        for (Element child : children)
            collect(child, (path.isEmpty() ? "" : path + ".") + child.getLocalName(), values);
    }
}
