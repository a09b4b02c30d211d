import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * Writes the one jar that the program runs from: the classes and resources of all bundles, uncompressed, and their
 * manifests in {@code META-INF/xstate/bundles.mf}, one section for each jar. One jar instead of twenty makes a command
 * start in about three quarters of the time; the bundles themselves stay beside it, unchanged. Run by the build:
 * {@code java ProgramJar.java BUNDLES OUTPUT}. Equal bundles give equal bytes.
 */
public final class ProgramJar {

    /** These run below any framework and are no bundles in it. */
    private static final List<String> BELOW = List.of("org.xstate.launcher-", "org.apache.felix.framework-");

    private static final String SERVICES = "META-INF/services/";

    /** Folders that many bundles have, for people and tools. */
    private static final List<String> OF_BUNDLES = List.of("schema/", "about_files/", "OSGI-INF/");

    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

    /** The JVM checks older classes with a slower verifier and keeps them out of its AOT cache; picocli has 49. */
    private static final int OLDEST_CLASS = 52;

    private final Map<String, byte[]> content = new TreeMap<>();
    private final Manifest bundles = new Manifest();
    private final ClassFile classFile;

    private ProgramJar(ClassLoader loader) {
        bundles.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        classFile = ClassFile.of(ClassFile.ConstantPoolSharingOption.NEW_POOL,
                ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(loader)));
    }

    public static void main(String[] arguments) throws IOException {
        List<Path> jars;
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
        URL[] urls = new URL[jars.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = jars.get(i).toUri().toURL();
        }
        try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            ProgramJar program = new ProgramJar(loader);
            for (Path jar : jars) {
                program.add(jar);
            }
            Path output = Path.of(arguments[1]);
            Files.createDirectories(output.getParent());
            program.write(output);
        }
    }

    private void add(Path file) throws IOException {
        String name = file.getFileName().toString();
        try (JarFile jar = new JarFile(file.toFile(), false, JarFile.OPEN_READ, Runtime.version())) {
            if (BELOW.stream().noneMatch(name::startsWith)) {
                bundles.getEntries().put(name, jar.getManifest().getMainAttributes());
            }
            for (JarEntry entry : (Iterable<JarEntry>) jar.versionedStream()::iterator) {
                if (belongs(entry)) {
                    add(entry.getName(), jar.getInputStream(entry).readAllBytes());
                }
            }
        }
    }

    /** What belongs to a bundle rather than to a package stays there: manifest, signature, plugin.xml and its schemas. */
    private static boolean belongs(JarEntry entry) {
        String name = entry.getName();
        return !entry.isDirectory() && name.contains("/") && OF_BUNDLES.stream().noneMatch(name::startsWith)
                && (name.startsWith(SERVICES) || !name.startsWith("META-INF/"));
    }

    private void add(String name, byte[] bytes) throws IOException {
        if (name.startsWith(SERVICES)) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.write(content.getOrDefault(name, new byte[0]));
            all.write(bytes);
            all.write('\n');
            content.put(name, all.toByteArray());
            return;
        }
        byte[] earlier = content.put(name, name.endsWith(".class") ? modernise(bytes) : bytes);
        if (earlier != null && !Arrays.equals(earlier, content.get(name))) {
            throw new IllegalStateException("two bundles hold different files named " + name);
        }
    }

    private byte[] modernise(byte[] bytes) {
        int version = (bytes[6] & 0xff) << 8 | bytes[7] & 0xff;
        if (version >= OLDEST_CLASS) {
            return bytes;
        }
        ClassTransform code = ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL);
        return classFile.transformClass(classFile.parse(bytes), code.andThen((builder, element) -> {
            if (element instanceof ClassFileVersion) {
                builder.withVersion(OLDEST_CLASS, 0);
            } else {
                builder.with(element);
            }
        }));
    }

    private void write(Path file) throws IOException {
        Manifest own = new Manifest();
        own.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        own.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "org.xstate.launcher.Main");
        own.getMainAttributes().putValue("Enable-Native-Access", "ALL-UNNAMED");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file))) {
            put(out, JarFile.MANIFEST_NAME, bytes(own));
            put(out, "META-INF/xstate/bundles.mf", bytes(bundles));
            for (Map.Entry<String, byte[]> entry : content.entrySet()) {
                put(out, entry.getKey(), entry.getValue());
            }
        }
    }

    private static byte[] bytes(Manifest manifest) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        manifest.write(bytes);
        return bytes.toByteArray();
    }

    private static void put(JarOutputStream out, String name, byte[] bytes) throws IOException {
        JarEntry entry = new JarEntry(name);
        CRC32 sum = new CRC32();
        sum.update(bytes);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        entry.setTimeLocal(TIME);
        out.putNextEntry(entry);
        out.write(bytes);
        out.closeEntry();
    }
}
