import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Copies jars into a directory as a package takes them: entries uncompressed, since the package's own compression then finds
 * what the jars have in common (33 MB become 13), and classes of before Java 6 in the form of Java 8, since an AOT cache takes
 * none that is older. Only picocli has such classes. Names, order and times stay, and so the result is the same every time.
 *
 * <p>Usage: java NewerClasses.java FROM-DIRECTORY TO-DIRECTORY
 */
final class NewerClasses {
    private static final int JAVA_6 = 50;
    private static final int JAVA_8 = 52;

    public static void main(String[] arguments) throws IOException {
        Path to = Files.createDirectories(Path.of(arguments[1]));
        try (var jars = Files.newDirectoryStream(Path.of(arguments[0]), "*.jar")) {
            for (Path jar : jars) copy(jar, to.resolve(jar.getFileName()));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (ZipFile jar = new ZipFile(from.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
            out.setMethod(ZipOutputStream.STORED);
            for (ZipEntry entry : Collections.list(jar.entries())) {
                byte[] bytes = jar.getInputStream(entry).readAllBytes();
                if (isOldClass(entry.getName(), bytes)) bytes = renewed(jar, bytes);
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(entry.getTimeLocal());
                CRC32 sum = new CRC32();
                sum.update(bytes);
                copy.setCrc(sum.getValue());
                copy.setSize(bytes.length);
                out.putNextEntry(copy);
                out.write(bytes);
                out.closeEntry();
            }
        }
    }

    private static boolean isOldClass(String name, byte[] bytes) {
        return name.endsWith(".class") && ((bytes[6] & 0xff) << 8 | bytes[7] & 0xff) < JAVA_6;
    }

    /** The same class with the stack maps that newer ones need; they depend on which class extends which. */
    private static byte[] renewed(ZipFile jar, byte[] bytes) {
        ClassHierarchyResolver hierarchy = ClassHierarchyResolver.ofResourceParsing(type -> {
                    String name = type.descriptorString();
                    return open(jar, name.substring(1, name.length() - 1) + ".class");
                })
                .orElse(ClassHierarchyResolver.defaultResolver());
        ClassFile format = ClassFile.of(
                ClassFile.StackMapsOption.GENERATE_STACK_MAPS, ClassFile.ClassHierarchyResolverOption.of(hierarchy));
        ClassTransform sameCode = ClassTransform.transformingMethodBodies((code, element) -> code.accept(element));
        ClassTransform newVersion = (type, element) -> {
            if (!(element instanceof ClassFileVersion)) type.with(element);
        };
        return format.transformClass(
                format.parse(bytes),
                sameCode.andThen(newVersion).andThen(ClassTransform.endHandler(type -> type.withVersion(JAVA_8, 0))));
    }

    private static InputStream open(ZipFile jar, String name) {
        try {
            ZipEntry entry = jar.getEntry(name);
            return entry == null ? null : jar.getInputStream(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
