package org.xstate.layout.bench;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;

import org.xstate.api.FeatureCatalog;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.cpu.CpuProfiles;
import org.xstate.layout.cpu.XsaveCpu;
import org.xstate.layout.image.ImageScan;
import org.xstate.layout.image.XsaveImage;

/**
 * Scan of mapped images against a copy of the same bytes, both on one thread, in turns within one run. Prints medians and
 * their ratio; decides nothing.
 *
 * <p>Arguments, all optional: number of images (100000), rounds (15), profile (zen3), mask (0x7).
 */
public final class ScanBenchmark {

    private ScanBenchmark() {
    }

    public static void main(String[] args) throws IOException {
        int images = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 15;
        String profile = args.length > 2 ? args[2] : "zen3";
        String mask = args.length > 3 ? args[3] : "0x7";
        FeatureCatalog catalog = FeatureCatalog.load(ScanBenchmark.class.getClassLoader());
        XsaveCpu cpu = CpuProfiles.find(profile).orElseThrow().read(catalog).cpu().orElseThrow();
        XsaveLayout layout = XsaveLayout.standard(cpu, org.xstate.api.XFeatureMask.parse(mask));
        Path file = Files.createTempFile("xstate-scan", ".images");
        try (Arena arena = Arena.ofShared()) {
            fill(file, images, layout);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                MemorySegment mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
                run(mapped, images, rounds, layout, ImageScan.of(layout, catalog), arena);
            }
        } finally {
            Files.delete(file);
        }
    }

    /** Images with random contents in a random choice of components. */
    private static void fill(Path file, int images, XsaveLayout layout) throws IOException {
        Random random = new Random(832);
        byte[] image = new byte[layout.size()];
        MemorySegment area = MemorySegment.ofArray(image);
        try (var out = Files.newOutputStream(file)) {
            var buffered = new java.io.BufferedOutputStream(out, 1 << 20);
            for (int i = 0; i < images; i++) {
                Arrays.fill(image, (byte) 0);
                long bv = random.nextLong() & layout.mask().bits();
                image[0] = 0x7f;
                image[1] = 0x03;
                area.set(XsaveImage.LE32, XsaveImage.MXCSR, 0x1f80);
                for (var placement : layout.placements()) {
                    if ((bv >>> placement.number() & 1) != 0) {
                        image[placement.end() - 1 - random.nextInt(8)] = (byte) (1 + random.nextInt(255));
                    }
                }
                area.set(XsaveImage.LE64, XsaveImage.XSTATE_BV, bv);
                buffered.write(image);
            }
            buffered.flush();
        }
    }

    private static void run(MemorySegment mapped, int images, int rounds, XsaveLayout layout, ImageScan scan,
            Arena arena) {
        MemorySegment copy = arena.allocate(mapped.byteSize(), 64);
        double[] scanned = new double[rounds];
        double[] copied = new double[rounds];
        long check = 0;
        for (int round = -5; round < rounds; round++) {
            long start = System.nanoTime();
            ImageScan.Totals totals = scan.scan(mapped, 0, layout.size(), images);
            long middle = System.nanoTime();
            MemorySegment.copy(mapped, 0, copy, 0, mapped.byteSize());
            long end = System.nanoTime();
            check += totals.refused() + totals.unmarked() + copy.get(XsaveImage.LE64, XsaveImage.XSTATE_BV);
            if (round >= 0) {
                scanned[round] = mapped.byteSize() / (double) (middle - start);
                copied[round] = mapped.byteSize() / (double) (end - middle);
            }
        }
        double scanRate = median(scanned);
        double copyRate = median(copied);
        System.out.printf(
                "scan of %,d images of %d bytes: %.2f GB/s, %.2f M images/s; copy: %.2f GB/s; ratio %.2f (check %x)%n",
                images, layout.size(), scanRate, scanRate * 1e3 / layout.size(), copyRate,
                scanRate / copyRate,
                check);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
