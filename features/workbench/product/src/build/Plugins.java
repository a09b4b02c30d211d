import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Rewrites the bundles of the product so that they are read fast: {@code java Plugins.java FOLDER}, run by the build. Entries
 * are stored as they are, since inflating them again takes time at each start, and the archive that is handed out compresses
 * all of them together. Signatures are left out: they are checked class by class, and the JVM puts no signed class into its
 * archive. Contents stay what they were, and a second run changes nothing.
 */
public final class Plugins {

    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");

    private Plugins() {
    }

    public static void main(String[] arguments) throws IOException {
        List<Path> jars;
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
        for (Path jar : jars) {
            Path rewritten = jar.resolveSibling(jar.getFileName() + ".new");
            rewrite(jar, rewritten);
            Files.move(rewritten, jar, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void rewrite(Path jar, Path rewritten) throws IOException {
        try (ZipFile from = new ZipFile(jar.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(rewritten))) {
            boolean signed = from.stream().anyMatch(entry -> SIGNATURE.matcher(entry.getName()).matches());
            to.setMethod(ZipOutputStream.STORED);
            for (ZipEntry entry : from.stream().toList()) {
                if (SIGNATURE.matcher(entry.getName()).matches()) {
                    continue;
                }
                byte[] bytes = from.getInputStream(entry).readAllBytes();
                boolean manifest = signed && entry.getName().equals("META-INF/MANIFEST.MF");
                write(to, entry, manifest ? withoutDigests(bytes) : bytes);
            }
        }
    }

    private static void write(ZipOutputStream to, ZipEntry entry, byte[] bytes) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        ZipEntry stored = new ZipEntry(entry.getName());
        stored.setTimeLocal(entry.getTimeLocal());
        stored.setSize(bytes.length);
        stored.setCompressedSize(bytes.length);
        stored.setCrc(sum.getValue());
        to.putNextEntry(stored);
        to.write(bytes);
        to.closeEntry();
    }

    private static byte[] withoutDigests(byte[] text) throws IOException {
        Manifest manifest = new Manifest(new ByteArrayInputStream(text));
        manifest.getEntries().values().forEach(
                attributes -> attributes.keySet().removeIf(name -> name.toString().endsWith("-Digest")));
        manifest.getEntries().values().removeIf(attributes -> attributes.isEmpty());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        manifest.write(out);
        return out.toByteArray();
    }
}
