package org.xstate.sim.library;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.xstate.api.InitState;

/**
 * The bytes that tokens stand for, so that a state of a model can be shown, or compared, as registers and images. The
 * initial configuration is what the component's provider says; the values that programs write are examples that it
 * gives.
 */
public final class TokenBytes {

    /** What memory that nobody wrote is filled with. */
    public static final byte POISON = (byte) 0xa5;

    private static final int MXCSR_INIT = 0x1f80;
    /** The exception flags, which all may be set or not. */
    private static final int MXCSR_FLAGS = 0x3f;
    private static final int X87_TAGS = 4;
    private static final int X87_ST0 = 32;
    /** A normal number's leading bit, the mantissa's last byte. */
    private static final int ST_LEADING = 7;

    private final Processor processor;
    private final ImageMap map;
    private final List<String> tokens;

    /** @param tokens names by number, as the model declares them */
    public TokenBytes(ImageMap map, List<String> tokens) {
        this.processor = map.processor();
        this.map = map;
        this.tokens = List.copyOf(tokens);
    }

    /**
     * What a part's bytes are in memory, from its first to its last one; bytes in between that are not its own (MXCSR in
     * x87) are 0. Empty for TORN, which is no value.
     *
     * @param token number
     */
    public Optional<byte[]> of(Part part, int token) {
        String name = tokens.get(token);
        return switch (name) {
            case "TORN" -> Optional.empty();
            case "POISON" -> {
                byte[] filled = new byte[part.size()];
                Arrays.fill(filled, POISON);
                yield Optional.of(filled);
            }
            case "ZERO" -> Optional.of(zero(part));
            case "INIT" -> Optional.of(part.isMxcsr() ? mxcsr(MXCSR_INIT) : slice(part, init(part, false)));
            case "KERNEL_INIT" ->
                Optional.of(part.isMxcsr() ? mxcsr(MXCSR_INIT) : slice(part, init(part, true)));
            default -> Optional.of(example(part, ordinal(token)));
        };
    }

    /** What registers hold that were loaded with zeros. */
    private byte[] zero(Part part) {
        byte[] bytes = part.isMxcsr() ? mxcsr(0) : new byte[part.size()];
        if (part.component() == 0) {
            // bit 6 of FCW always reads as 1
            bytes[0] = 0x40;
        }
        return bytes;
    }

    /**
     * The bytes of a cell; empty if they are TORN.
     *
     * @param cell  position in {@link ImageMap#cells()}
     * @param piece what its member {@code piece} holds
     * @param token number
     */
    public Optional<byte[]> ofCell(int cell, int piece, int token) {
        int length = map.cells().get(cell).end() - map.cells().get(cell).begin();
        if (piece == 0) {
            byte[] bytes = new byte[length];
            if (tokens.get(token).equals("POISON")) {
                Arrays.fill(bytes, POISON);
            }
            return tokens.get(token).equals("TORN") ? Optional.empty() : Optional.of(bytes);
        }
        ImageMap.Piece what = map.pieces().get(piece - 1);
        return of(map.parts().get(what.part()), token)
                .map(bytes -> Arrays.copyOfRange(bytes, what.offset(), what.offset() + length));
    }

    /** The position among the tokens that are values of programs, from 1. */
    private int ordinal(int token) {
        List<String> values = tokens.stream()
                .filter(name -> !List.of("INIT", "KERNEL_INIT", "POISON", "TORN", "ZERO").contains(name))
                .toList();
        return 1 + values.indexOf(tokens.get(token));
    }

    private byte[] example(Part part, int ordinal) {
        if (part.isMxcsr()) {
            return mxcsr(MXCSR_INIT | ordinal & MXCSR_FLAGS);
        }
        if (part.component() == 0) {
            return x87(part, ordinal);
        }
        int size = size(part);
        return slice(part, processor.catalog().provider(part.component())
                .map(provider -> provider.example(1 + (ordinal - 1) % provider.examples(), size))
                .orElseGet(() -> filled(ordinal, size)));
    }

    private static byte[] filled(int ordinal, int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) ordinal);
        return bytes;
    }

    /** One number in ST0; a form that every processor gives back as it was. */
    private byte[] x87(Part part, int ordinal) {
        byte[] bytes = slice(part, init(part, false));
        bytes[X87_TAGS] = 1;
        bytes[X87_ST0] = (byte) ordinal;
        bytes[X87_ST0 + ST_LEADING] = (byte) 0x80;
        bytes[X87_ST0 + ST_LEADING + 1] = (byte) 0xff;
        bytes[X87_ST0 + ST_LEADING + 2] = 0x3f;
        return bytes;
    }

    /** MXCSR and MXCSR_MASK. */
    private byte[] mxcsr(int value) {
        return ByteBuffer.allocate(2 * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(value)
                .putInt(processor.cpu().fpu().mxcsrMask()).array();
    }

    private int size(Part part) {
        return processor.cpu().component(part.component()).orElseThrow().size();
    }

    private byte[] init(Part part, boolean kernel) {
        int size = size(part);
        return kernel
                ? processor.catalog().provider(part.component())
                        .map(provider -> provider.initState().kernel(InitState.Context.ofSize(size)))
                        .orElseGet(() -> new byte[size])
                : processor.catalog().hardwareInit(part.component(), size);
    }

    private static byte[] slice(Part part, byte[] component) {
        return Arrays.copyOfRange(component, part.offset(), part.offset() + part.size());
    }
}
