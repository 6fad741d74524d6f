package org.exchangebus.transformers.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A path into a document, compiled: {@code /household/member[2]/@id}, {@code /row/item[@name=XM]/value},
 * {@code /people/0/name}. From an element on it begins without a slash; {@code .} is the element itself.
 *
 * <p>{@code *} is any name. {@code [2]} is the second of those under one parent, from 1; {@code [@name=XM]} those whose
 * attribute or child has that text. In JSON a step of digits is the place in an array, from 0, as in a JSON pointer
 * (RFC 6901), whose {@code ~0} and {@code ~1} are understood. No step leads up and none leads to any depth, so that a
 * path costs at most the document.
 */
public final class TreePath {

    private static final int MOST_STEPS = 32;

    /**
     * One step.
     *
     * @param name null for any
     * @param place the place among those under one parent, from 1; 0 for all
     * @param key the child that has to have the text; null for none
     */
    private record Step(byte @Nullable [] name, int place, byte @Nullable [] key, byte[] text) {}

    private final Step[] steps;
    private final boolean isAbsolute;

    private TreePath(List<Step> steps, boolean isAbsolute) {
        this.steps = steps.toArray(Step[]::new);
        this.isAbsolute = isAbsolute;
    }

    /** Compiles a path; null where it is none. */
    public static @Nullable TreePath of(Format format, String path) {
        if (path.equals(".")) {
            return new TreePath(List.of(), false);
        }
        boolean isAbsolute = path.startsWith("/");
        List<Step> steps = new ArrayList<>();
        for (String text : split(isAbsolute ? path.substring(1) : path)) {
            boolean isPlace = format == Format.JSON && text.matches("[0-9]{1,5}");
            Step last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
            if (isPlace && last != null && last.place == 0 && last.key == null) {
                int place = Integer.parseInt(text) + 1;
                steps.set(steps.size() - 1, new Step(last.name, place, null, new byte[0]));
            } else if (isPlace) {
                steps.add(new Step(new byte[0], Integer.parseInt(text) + 1, null, new byte[0]));
            } else {
                Step step = step(format, text);
                if (step == null) {
                    return null;
                }
                steps.add(step);
            }
        }
        return steps.size() > MOST_STEPS ? null : new TreePath(steps, isAbsolute);
    }

    /** Whether it begins at the document and not at an element. */
    public boolean isAbsolute() {
        return isAbsolute;
    }

    /** The nodes that it leads to, from a node on, in the order of the document. */
    public int[] nodes(Tree tree, int from) {
        int[] found = {from};
        int count = 1;
        for (Step step : steps) {
            int[] next = new int[Math.max(4, count)];
            int size = 0;
            for (int i = 0; i < count; i++) {
                int place = 0;
                int node = tree.firstChild(found[i], step.name);
                for (; node >= 0; node = tree.nextSibling(node, step.name)) {
                    if (step.key != null && !holds(tree, node, step.key, step.text)) {
                        continue;
                    }
                    place++;
                    if (step.place == 0 || step.place == place) {
                        next = size == next.length ? Arrays.copyOf(next, size * 2) : next;
                        next[size++] = node;
                    }
                }
            }
            found = next;
            count = size;
        }
        return Arrays.copyOf(found, count);
    }

    private static boolean holds(Tree tree, int node, byte[] key, byte[] text) {
        for (int child = tree.firstChild(node, key); child >= 0; child = tree.nextSibling(child, key)) {
            if (tree.isText(child, text)) {
                return true;
            }
        }
        return false;
    }

    /** Splits at slashes outside of brackets. */
    private static List<String> split(String path) {
        List<String> texts = new ArrayList<>();
        int start = 0;
        boolean isInside = false;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            isInside = c == '[' || isInside && c != ']';
            if (c == '/' && !isInside) {
                texts.add(path.substring(start, i));
                start = i + 1;
            }
        }
        texts.add(path.substring(start));
        return texts;
    }

    private static @Nullable Step step(Format format, String text) {
        int open = text.indexOf('[');
        String name = open < 0 ? text : text.substring(0, open);
        boolean isName = !name.isEmpty()
                && name.indexOf(']') < 0
                && (format == Format.JSON || name.indexOf(':') < 0 && name.indexOf(' ') < 0);
        if (!isName || open >= 0 && !text.endsWith("]")) {
            return null;
        }
        byte[] bytes = name.equals("*") ? null : bytes(name.replace("~1", "/").replace("~0", "~"));
        if (open < 0) {
            return new Step(bytes, 0, null, new byte[0]);
        }
        String inside = text.substring(open + 1, text.length() - 1);
        if (inside.matches("[1-9][0-9]{0,4}")) {
            return new Step(bytes, Integer.parseInt(inside), null, new byte[0]);
        }
        int equals = inside.indexOf('=');
        boolean isCondition = equals > 0 && inside.indexOf('[') < 0 && inside.indexOf(']') < 0;
        return isCondition
                ? new Step(bytes, 0, bytes(inside.substring(0, equals)), bytes(inside.substring(equals + 1)))
                : null;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
