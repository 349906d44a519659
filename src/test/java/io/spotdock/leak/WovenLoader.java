package io.spotdock.leak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.stream.Stream;

/** Loads Spotdock and its tests once more, with a {@code Secret} that tells {@link SecretTrail} of its making and its wiping. */
final class WovenLoader extends URLClassLoader {
    private static final String SECRET = "io.spotdock.domain.Secret";
    private static final ClassDesc TRAIL = ClassDesc.of(SecretTrail.class.getName());
    private static final MethodTypeDesc OF_ONE = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object);

    WovenLoader(Class<?> product, Class<?> test) {
        super(
                Stream.of(test, product)
                        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                        .toArray(URL[]::new),
                test.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        boolean ours = name.startsWith("io.spotdock.") && !name.equals(SecretTrail.class.getName());
        if (!ours) return super.loadClass(name, resolve);
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) return loaded;
            return name.equals(SECRET) ? woven() : findClass(name);
        }
    }

    private Class<?> woven() {
        URL place = findResource(SECRET.replace('.', '/') + ".class");
        if (place == null) throw new IllegalStateException("no " + SECRET);
        try (var in = place.openStream()) {
            ClassFile files = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
                    java.lang.classfile.ClassHierarchyResolver.ofResourceParsing(this)));
            byte[] bytes = files.transformClass(files.parse(in.readAllBytes()), (type, element) -> {
                switch (element) {
                    case MethodModel method
                    when method.methodName().equalsString("<init>") ->
                        type.transformMethod(method, MethodTransform.transformingCode(telling("made")));
                    case MethodModel method
                    when method.methodName().equalsString("close") ->
                        type.transformMethod(method, MethodTransform.transformingCode(telling("wiped")));
                    default -> type.with(element);
                }
            });
            return defineClass(SECRET, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Before each return, the trail hears of the object. */
    private static CodeTransform telling(String what) {
        return (CodeBuilder code, CodeElement element) -> {
            if (element instanceof ReturnInstruction) code.aload(0).invokestatic(TRAIL, what, OF_ONE);
            code.with(element);
        };
    }
}
