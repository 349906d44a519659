package io.spotdock.gui.control;

import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;

/** What a screen reader is told about a node. */
public final class A11y {
    private A11y() {}

    /** Keeps a node that repeats what words say out of the tree: the role NODE is ignored on every platform. */
    public static void decorative(Node node) {
        node.setAccessibleRole(AccessibleRole.NODE);
        node.setAccessibleText("");
    }

    /** Names a node and tells a listening screen reader that the name has changed. */
    public static void name(Node node, String text) {
        String plain = plain(text);
        if (plain.equals(node.getAccessibleText())) return;
        node.setAccessibleText(plain);
        node.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    /** Explains a node: its hint, or what is wrong with it. */
    public static void help(Node node, String text) {
        if (text.equals(node.getAccessibleHelp())) return;
        node.setAccessibleHelp(text);
        node.notifyAccessibleAttributeChanged(AccessibleAttribute.HELP);
    }

    /** A label's text without the underscore before its mnemonic; two underscores are one that is meant. */
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '_' && i + 1 < text.length()) i++;
            plain.append(text.charAt(i));
        }
        return plain.toString();
    }

    /** Sentences in the order in which they are spoken, the empty ones left out. */
    static String sentence(String... parts) {
        StringBuilder all = new StringBuilder();
        for (String part : parts) {
            String bare = part.strip();
            if (bare.isEmpty()) continue;
            if (!all.isEmpty()) all.append(all.charAt(all.length() - 1) == '.' ? " " : ", ");
            all.append(bare);
        }
        return all.toString();
    }
}
