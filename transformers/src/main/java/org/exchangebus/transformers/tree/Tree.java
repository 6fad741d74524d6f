package org.exchangebus.transformers.tree;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.exchangebus.schemas.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A document as positional arrays: each node with its name, its own text and its place among the others. An element
 * of XML is a node, and so is an attribute, whose name begins with {@code @}; a member of a JSON object is a node, and
 * each element of an array is one with the array's name, so that what repeats looks the same in both. Node 0 is the
 * document itself. Used again from row to row; not thread-safe.
 */
public final class Tree {

    /** Nodes of one document. */
    static final int MOST_NODES = 100_000;

    /** Nodes inside each other. */
    static final int DEEPEST = 64;

    private static final int NONE = -1;

    private byte[] bytes = new byte[1024];
    private int length;
    private int[] nameStarts = new int[64];
    private int[] nameEnds = new int[64];
    private int[] textEnds = new int[64];
    private int[] textStarts = new int[64];
    private int[] firstChildren = new int[64];
    private int[] lastChildren = new int[64];
    private int[] nextSiblings = new int[64];
    private boolean[] areAttributes = new boolean[64];
    private boolean[] areInner = new boolean[64];
    private int count;
    private @Nullable Problem problem;

    /** Forgets everything; only the document itself is left. */
    void clear() {
        length = 0;
        count = 0;
        problem = null;
        add(NONE, "", false);
    }

    /** Adds an element, or a member of an object, as the last child of another node. */
    int add(int parent, String name) {
        areInner[parent] = true;
        return add(parent, name, false);
    }

    int addAttribute(int parent, String name) {
        return add(parent, "@" + name, true);
    }

    private int add(int parent, String name, boolean isAttribute) {
        if (count == nameStarts.length) {
            grow();
        }
        int node = count++;
        nameStarts[node] = length;
        append(name);
        nameEnds[node] = length;
        textStarts[node] = length;
        textEnds[node] = length;
        firstChildren[node] = NONE;
        lastChildren[node] = NONE;
        nextSiblings[node] = NONE;
        areAttributes[node] = isAttribute;
        areInner[node] = false;
        if (parent != NONE) {
            if (firstChildren[parent] == NONE) {
                firstChildren[parent] = node;
            } else {
                nextSiblings[lastChildren[parent]] = node;
            }
            lastChildren[parent] = node;
        }
        return node;
    }

    /** Gives a node its own text. */
    void setText(int node, String text) {
        textStarts[node] = length;
        append(text);
        textEnds[node] = length;
    }

    boolean isFull() {
        return count >= MOST_NODES;
    }

    /** Says that the document could not be read; null where it could. */
    void setProblem(Problem with) {
        problem = with;
    }

    /** Why the document could not be read; null where it could. */
    public @Nullable Problem problem() {
        return problem;
    }

    /** The array that the texts are in; until the row is done nobody writes to it. */
    public byte[] array() {
        return bytes;
    }

    public int textStart(int node) {
        return textStarts[node];
    }

    public int textEnd(int node) {
        return textEnds[node];
    }

    /** Whether nodes that are no attributes are inside of the node. */
    public boolean isInner(int node) {
        return areInner[node];
    }

    /** The first child of a name; -1 where there is none. No name at all is any name but an attribute's. */
    int firstChild(int node, byte @Nullable [] name) {
        return find(firstChildren[node], name);
    }

    /** The next sibling of a name; -1 where there is none. */
    int nextSibling(int node, byte @Nullable [] name) {
        return find(nextSiblings[node], name);
    }

    boolean isText(int node, byte[] text) {
        return Arrays.equals(bytes, textStarts[node], textEnds[node], text, 0, text.length);
    }

    private int find(int first, byte @Nullable [] name) {
        int node = first;
        while (node != NONE && !(name == null ? !areAttributes[node] : isName(node, name))) {
            node = nextSiblings[node];
        }
        return node;
    }

    private boolean isName(int node, byte[] name) {
        return Arrays.equals(bytes, nameStarts[node], nameEnds[node], name, 0, name.length);
    }

    private void append(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (length + utf8.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + utf8.length));
        }
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
    }

    private void grow() {
        int size = count * 2;
        nameStarts = Arrays.copyOf(nameStarts, size);
        nameEnds = Arrays.copyOf(nameEnds, size);
        textStarts = Arrays.copyOf(textStarts, size);
        textEnds = Arrays.copyOf(textEnds, size);
        firstChildren = Arrays.copyOf(firstChildren, size);
        lastChildren = Arrays.copyOf(lastChildren, size);
        nextSiblings = Arrays.copyOf(nextSiblings, size);
        areAttributes = Arrays.copyOf(areAttributes, size);
        areInner = Arrays.copyOf(areInner, size);
    }
}
