package io.couplet.mappings;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.navigation.CelNavigableAst;
import java.util.HashSet;
import java.util.Set;

/** The values that an expression mentions: where it branches and what it looks up, values behave differently from others. */
final class Literals {
    private Literals() {}

    /** Texts as String, whole numbers as Long, others as Double. */
    static Set<Object> of(CelAbstractSyntaxTree expression) {
        Set<Object> literals = new HashSet<>();
        CelNavigableAst.fromAst(expression)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == ExprKind.Kind.CONSTANT)
                .forEach(node -> add(node.expr().constant(), literals));
        return literals;
    }

    private static void add(CelConstant constant, Set<Object> literals) {
        switch (constant.getKind()) {
            case STRING_VALUE -> literals.add(constant.stringValue());
            case INT64_VALUE -> literals.add(constant.int64Value());
            case DOUBLE_VALUE -> literals.add(constant.doubleValue());
            default -> {
                // Yes and no are tried anyway; expressions of the other kinds make no field's value.
            }
        }
    }
}
