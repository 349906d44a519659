package io.spotdock.text;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Finds literals in sources that a person would read. A sentence, two words or more, is one wherever it stands; a single
 * word is one where a node or a control takes it.
 */
final class TextFinder extends TreePathScanner<Void, Void> {
    private static final Pattern SENTENCE = Pattern.compile("\\p{L}[,.:;?!]? +\\p{L}");
    private static final Pattern WORD = Pattern.compile("_?\\p{Lu}_?\\p{L}+[.:?!…]?");
    private static final Set<String> SHOWING = Set.of(
            "setText",
            "setPromptText",
            "setTitle",
            "setHeaderText",
            "setContentText",
            "setAccessibleText",
            "setAccessibleHelp",
            "setAccessibleRoleDescription");

    /** Of clouds and fonts, the same in every language. */
    private static final Set<String> NAMES = Set.of("AWS", "GCP", "Inter Medium", "Inter SemiBold", "JetBrains Mono");

    private final Trees trees;
    private final List<String> found;
    private final Set<String> nodes = new HashSet<>();

    private TextFinder(Trees trees, List<String> found) {
        this.trees = trees;
        this.found = found;
    }

    /** Each with the file and the line it stands on. */
    static List<String> textsIn(List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            return textsIn(compiler, manager.getJavaFileObjectsFromPaths(files));
        }
    }

    /** @param source of a class A */
    static List<String> textsIn(String source) throws IOException {
        return textsIn(
                ToolProvider.getSystemJavaCompiler(),
                List.of(new SimpleJavaFileObject(URI.create("memory:/A.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                }));
    }

    private static List<String> textsIn(JavaCompiler compiler, Iterable<? extends JavaFileObject> sources)
            throws IOException {
        JavacTask task = (JavacTask) compiler.getTask(null, null, null, null, null, sources);
        List<String> found = new ArrayList<>();
        for (CompilationUnitTree unit : task.parse()) new TextFinder(Trees.instance(task), found).scan(unit, null);
        return found;
    }

    @Override
    public Void visitImport(ImportTree node, Void nothing) {
        String name = node.getQualifiedIdentifier().toString();
        if (name.startsWith("javafx.scene.") || name.startsWith("io.spotdock.gui.control.")) nodes.add(last(name));
        return null;
    }

    @Override
    public Void visitAnnotation(AnnotationTree node, Void nothing) {
        return null;
    }

    /** The text of an exception is for the log. */
    @Override
    public Void visitNewClass(NewClassTree node, Void nothing) {
        return type(node).endsWith("Exception") ? null : super.visitNewClass(node, null);
    }

    /** The log is written in one language. */
    @Override
    public Void visitMethodInvocation(MethodInvocationTree node, Void nothing) {
        return node.getMethodSelect().toString().startsWith("log().") ? null : super.visitMethodInvocation(node, null);
    }

    @Override
    public Void visitLiteral(LiteralTree node, Void nothing) {
        if (node.getValue() instanceof String text && !NAMES.contains(text) && isRead(text)) {
            CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
            long start = trees.getSourcePositions().getStartPosition(unit, node);
            found.add(last(unit.getSourceFile().getName().replace(".java", "").replace('/', '.')) + ":"
                    + unit.getLineMap().getLineNumber(start) + " " + text);
        }
        return null;
    }

    private boolean isRead(String text) {
        return SENTENCE.matcher(text).find() || WORD.matcher(text).matches() && isTakenByANode();
    }

    private boolean isTakenByANode() {
        return switch (getCurrentPath().getParentPath().getLeaf()) {
            case NewClassTree made -> nodes.contains(type(made));
            case MethodInvocationTree call -> {
                String method = call.getMethodSelect().toString();
                yield SHOWING.contains(last(method)) || nodes.contains(method.replaceFirst("\\.[^.]*$", ""));
            }
            default -> false;
        };
    }

    private static String type(NewClassTree made) {
        Tree type = made.getIdentifier();
        return last((type instanceof ParameterizedTypeTree generic ? generic.getType() : type).toString());
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
