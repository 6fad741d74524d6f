package org.exchangebus.transformers.expression;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.standard.IntFunction.IntOverload;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.exchangebus.schemas.problem.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * An expression in CEL, compiled against the fields of a source, all of which are texts; what is not there is the
 * empty text. It gives a text, a whole number, or true or false.
 *
 * <p>Closed: no macros and so no loops, no regular expressions, no floating point, no clock, nothing outside of the row;
 * length, depth and nodes are bounded. Shared by threads. Slower than the language, because it makes objects.
 */
public final class Expression {

    /** What an expression gives. */
    public enum Result {
        TEXT,
        NUMBER,
        BOOLEAN
    }

    /**
     * What is wrong with an expression.
     *
     * @param unknown the name that is no field; null where something else is wrong
     * @param line from 1
     * @param column from 1
     */
    public record Mistake(Phrase what, @Nullable String unknown, int line, int column) {}

    private static final String FIELD = "field";
    private static final int LONGEST = 2_000;
    private static final int DEEPEST = 40;

    /** Characters of the fields together: an expression can put a field together with itself hundreds of times. */
    private static final int MOST_TEXT = 65_536;

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,19}");
    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']+)'");
    private static final Set<String> RESERVED = Set.of(
            "in",
            "as",
            "break",
            "const",
            "continue",
            "else",
            "false",
            "for",
            "function",
            "if",
            "import",
            "let",
            "loop",
            "namespace",
            "null",
            "package",
            "return",
            "true",
            "var",
            "void",
            "while",
            FIELD);
    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(LONGEST)
            .maxParseRecursionDepth(DEEPEST)
            .enableComprehension(false)
            .errorOnIntWrap(true)
            .build();
    private static final List<StandardFunction> FUNCTIONS = List.of(
            StandardFunction.CONDITIONAL,
            StandardFunction.LOGICAL_NOT,
            StandardFunction.LOGICAL_OR,
            StandardFunction.LOGICAL_AND,
            StandardFunction.EQUALS,
            StandardFunction.NOT_EQUALS,
            StandardFunction.LESS,
            StandardFunction.LESS_EQUALS,
            StandardFunction.GREATER,
            StandardFunction.GREATER_EQUALS,
            StandardFunction.ADD,
            StandardFunction.SUBTRACT,
            StandardFunction.MULTIPLY,
            StandardFunction.DIVIDE,
            StandardFunction.MODULO,
            StandardFunction.NEGATE,
            StandardFunction.IN,
            StandardFunction.INDEX,
            StandardFunction.SIZE,
            StandardFunction.INT,
            StandardFunction.STRING,
            StandardFunction.CONTAINS,
            StandardFunction.STARTS_WITH,
            StandardFunction.ENDS_WITH);

    private final CelRuntime.Program program;
    private final Result result;
    private final Set<String> fields;

    private Expression(CelRuntime.Program program, Result result, Set<String> fields) {
        this.program = program;
        this.result = result;
        this.fields = fields;
    }

    /** The expression; or what is wrong with it, which then is added. */
    public static @Nullable Expression of(String text, List<String> fields, List<Mistake> mistakes) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(CelStandardDeclarations.newBuilder()
                        .includeFunctions(FUNCTIONS)
                        .build())
                .addVar(FIELD, MapType.create(SimpleType.STRING, SimpleType.STRING));
        fields.stream().filter(Expression::isName).forEach(name -> builder.addVar(name, SimpleType.STRING));
        CelCompiler compiler = builder.build();
        CelValidationResult checked = compiler.compile(text);
        if (checked.hasError()) {
            checked.getErrors().forEach(issue -> mistakes.add(mistake(issue, text)));
            return null;
        }
        try {
            CelAbstractSyntaxTree tree = checked.getAst();
            Set<String> used = used(tree, fields, mistakes);
            Result result = result(tree.getResultType());
            if (result == null) {
                mistakes.add(new Mistake(
                        new Phrase(
                                "it gives " + tree.getResultType().name(),
                                "结果为 “" + tree.getResultType().name() + "”"),
                        null,
                        1,
                        1));
            }
            if (result != null && computesWithFloatingPoint(tree)) {
                mistakes.add(new Mistake(new Phrase("it computes with floating point", "使用了浮点运算"), null, 1, 1));
            }
            if (result == null || !mistakes.isEmpty()) {
                return null;
            }
            CelRuntime runtime = CelRuntimeFactory.standardCelRuntimeBuilder()
                    .setOptions(OPTIONS)
                    .setStandardEnvironmentEnabled(false)
                    .setStandardFunctions(CelStandardFunctions.newBuilder()
                            .filterFunctions((function, overload) -> overload != IntOverload.STRING_TO_INT64)
                            .build())
                    .addFunctionBindings(CelFunctionBinding.from("string_to_int64", String.class, Expression::whole))
                    .build();
            return new Expression(runtime.createProgram(tree), result, used);
        } catch (CelValidationException | CelEvaluationException e) {
            mistakes.add(new Mistake(CelWords.of(String.valueOf(e.getMessage())), null, 1, 1));
            return null;
        }
    }

    public Result result() {
        return result;
    }

    /** The fields that it looks at. */
    public Set<String> fields() {
        return fields;
    }

    /**
     * Works it out for a row.
     *
     * @param row gives the text of a field, the empty text where there is none
     * @return empty where it cannot be worked out
     */
    public Optional<String> evaluate(Function<String, String> row) {
        int length = 0;
        for (String name : fields) {
            length += row.apply(name).length();
            if (length > MOST_TEXT) {
                return Optional.empty();
            }
        }
        try {
            Object value = program.eval(name -> Optional.of(
                    name.equals(FIELD)
                            ? fields.stream().collect(Collectors.toMap(Function.identity(), row))
                            : row.apply(name)));
            return Optional.of(String.valueOf(value));
        } catch (CelEvaluationException e) {
            return Optional.empty();
        }
    }

    /** A text as a whole number: Java's own reading takes the digits of every script. */
    private static long whole(String text) throws CelEvaluationException {
        try {
            if (WHOLE.matcher(text).matches()) {
                return Long.parseLong(text);
            }
            throw new CelEvaluationException("no whole number");
        } catch (NumberFormatException e) {
            throw new CelEvaluationException("too large a number", e);
        }
    }

    private static boolean computesWithFloatingPoint(CelAbstractSyntaxTree tree) {
        return CelNavigableAst.fromAst(tree).getRoot().allNodes().anyMatch(node -> tree.getType(node.id())
                .filter(SimpleType.DOUBLE::equals)
                .isPresent());
    }

    private static boolean isName(String field) {
        return NAME.matcher(field).matches() && !RESERVED.contains(field);
    }

    private static @Nullable Result result(CelType type) {
        return type.equals(SimpleType.STRING)
                ? Result.TEXT
                : type.equals(SimpleType.INT) ? Result.NUMBER : type.equals(SimpleType.BOOL) ? Result.BOOLEAN : null;
    }

    private static Mistake mistake(CelIssue issue, String text) {
        Matcher undeclared = UNDECLARED.matcher(issue.getMessage());
        boolean isField = undeclared.find() && !text.contains(undeclared.group(1) + "(");
        return new Mistake(
                CelWords.of(issue.getMessage().lines().findFirst().orElse("")),
                isField ? undeclared.group(1) : null,
                Math.max(1, issue.getSourceLocation().getLine()),
                Math.max(0, issue.getSourceLocation().getColumn()) + 1);
    }

    /** The fields that are named; {@code field['…']} names one by a constant that is one of them. */
    private static Set<String> used(CelAbstractSyntaxTree tree, List<String> fields, List<Mistake> mistakes) {
        Set<String> used = new TreeSet<>();
        CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .map(CelNavigableExpr::expr)
                .forEach(node -> {
                    if (node.getKind() == CelExpr.ExprKind.Kind.IDENT
                            && fields.contains(node.ident().name())) {
                        used.add(node.ident().name());
                    }
                    if (node.getKind() == CelExpr.ExprKind.Kind.CALL
                            && node.call().function().equals("_[_]")) {
                        CelExpr index = node.call().args().get(1);
                        boolean isConstant = index.getKind() == CelExpr.ExprKind.Kind.CONSTANT;
                        String name = isConstant ? index.constant().stringValue() : "";
                        if (!fields.contains(name)) {
                            mistakes.add(new Mistake(
                                    new Phrase("field[…] names no field", "field[…] 没有写出字段名"),
                                    isConstant ? name : null,
                                    1,
                                    1));
                        } else {
                            used.add(name);
                        }
                    }
                });
        boolean isAlone = CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .anyMatch(node -> isField(node)
                        && node.parent()
                                .map(parent -> !parent.expr()
                                                .exprKind()
                                                .getKind()
                                                .equals(CelExpr.ExprKind.Kind.CALL)
                                        || !parent.expr().call().function().equals("_[_]"))
                                .orElse(true));
        if (isAlone) {
            mistakes.add(new Mistake(new Phrase("field stands without [ ]", "field 后缺少 [ ]"), null, 1, 1));
        }
        return used;
    }

    private static boolean isField(CelNavigableExpr node) {
        return node.getKind() == CelExpr.ExprKind.Kind.IDENT
                && node.expr().ident().name().equals(FIELD);
    }
}
