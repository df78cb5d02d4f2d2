package io.couplet.mappings;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.exceptions.CelRuntimeException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntime.Program;
import dev.cel.runtime.CelRuntimeFactory;
import io.couplet.domain.mapping.Conversion;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.Side;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compiles the expressions of one company's mappings, with the types of the entities' fields. */
final class Expressions {
    // The planner runtime refuses to work without this; comparing a decimal with 0 needs it anyway.
    private static final CelOptions OPTIONS =
            CelOptions.current().enableHeterogeneousNumericComparisons(true).build();

    private final Settings settings;
    private final Variables variables;
    private final Faults faults;
    private final CelRuntime runtime = CelRuntimeFactory.plannerRuntimeBuilder()
            .setOptions(OPTIONS)
            .addLibraries(CelExtensions.strings())
            .addFunctionBindings(Pieces.BINDING)
            .build();

    Expressions(Settings settings, Company company, Faults faults) {
        this.settings = settings;
        this.variables = new Variables(settings, company);
        this.faults = faults;
    }

    /** The filter, or nothing after reporting what is wrong with it. */
    Optional<Mapping.Filter> filter(String mapping, ExpressionText text, Side side, Entity entity) {
        CelValidationResult checked = companyCompiler()
                .setTypeProvider(
                        new Records(entity.structType(), settings.entity().structType()))
                .addVar(side.word(), entity.structType())
                .setResultType(SimpleType.BOOL)
                .build()
                .compile(text.text());
        IssueWords words = new IssueWords(side.word(), entity, settings.entity(), "a filter must say yes or no");
        return program(text, checked, words)
                .map(program ->
                        new CompiledFilter(mapping, text.text(), new RecordProgram(side, entity, variables, program)));
    }

    /** What makes a value of {@code target} from a record, or nothing after reporting what is wrong with it. */
    Optional<Mapping.Derivation> derivation(
            String mapping, ExpressionText text, Side side, Entity entity, MappableField target) {
        CelValidationResult checked = companyCompiler()
                .setTypeProvider(
                        new Records(entity.structType(), settings.entity().structType()))
                .addVar(side.word(), entity.structType())
                .build()
                .compile(text.text());
        IssueWords words = new IssueWords(side.word(), entity, settings.entity(), "");
        Optional<Program> program = program(text, checked, words);
        return program.isEmpty() || !hasType(text, checked, target)
                ? Optional.empty()
                : Optional.of(new CompiledDerivation(
                        mapping, text.text(), target, new RecordProgram(side, entity, variables, program.get())));
    }

    /**
     * An expression over an entry and over what {@code foreach} gives, or nothing after reporting what is wrong with it.
     *
     * @param type what it must give, null where anything will do
     */
    Optional<EntryExpression> entry(
            String aggregate, ExpressionText text, Side side, Entity entity, @Nullable CelType type) {
        CelCompilerBuilder compiler = compiler()
                .setTypeProvider(
                        new Records(entity.structType(), settings.entity().structType()))
                .addVar(side.word(), entity.structType())
                .addVar(EntryExpression.EACH, SimpleType.STRING)
                .addVar(EntryExpression.INDEX, SimpleType.INT);
        CelValidationResult checked =
                (type == null ? compiler : compiler.setResultType(type)).build().compile(text.text());
        IssueWords words = new IssueWords(side.word(), entity, settings.entity(), "make it give that");
        return program(text, checked, words)
                .map(program -> new EntryExpression(
                        aggregate,
                        text,
                        ast(checked).getResultType(),
                        new RecordProgram(side, entity, variables, program)));
    }

    /**
     * What an expression over the settings alone says, or nothing after reporting what is wrong with it.
     *
     * @param purpose what an expression of the wrong type fails to be
     */
    Optional<Boolean> decision(ExpressionText text, String purpose) {
        CelValidationResult checked = compiler()
                .setTypeProvider(new Records(settings.entity().structType()))
                .setResultType(SimpleType.BOOL)
                .build()
                .compile(text.text());
        IssueWords words = new IssueWords(Settings.VARIABLE, settings.entity(), settings.entity(), purpose);
        return program(text, checked, words).flatMap(program -> decision(text, program));
    }

    private Optional<Boolean> decision(ExpressionText text, Program program) {
        try {
            return Optional.of(Boolean.TRUE.equals(program.eval(settings::find)));
        } catch (CelEvaluationException | CelRuntimeException e) {
            faults.add(text.placeOf(1, 0), "the expression fails: " + e.getMessage(), "write it differently");
            return Optional.empty();
        }
    }

    /** The conversion, or nothing after reporting what is wrong with it. */
    Optional<Way> conversion(ExpressionText text, MappableField source, MappableField target) {
        CelValidationResult checked = companyCompiler()
                .setTypeProvider(new Records(settings.entity().structType()))
                .addVar(CompiledConversion.VARIABLE, source.kind().celType())
                .build()
                .compile(text.text());
        IssueWords words = new IssueWords(CompiledConversion.VARIABLE, null, settings.entity(), "");
        Optional<Program> program = program(text, checked, words);
        if (program.isEmpty() || !hasType(text, checked, target)) {
            return Optional.empty();
        }
        Conversion plain = new CompiledConversion(text.text(), source.kind(), target.kind(), variables, program.get());
        return Optional.of(new Way(source, target, plain, Literals.of(ast(checked))));
    }

    private boolean hasType(ExpressionText text, CelValidationResult checked, MappableField target) {
        CelType result = ast(checked).getResultType();
        boolean fits = target.kind().takes(result);
        if (!fits) {
            faults.add(
                    text.placeOf(1, 0),
                    "the expression gives " + result.name() + ", but '" + target.name() + "' holds a "
                            + target.kind().words(),
                    "make it give " + target.kind().celType().name());
        }
        return fits;
    }

    private CelCompilerBuilder compiler() {
        return CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addLibraries(CelExtensions.strings())
                .addFunctionDeclarations(Pieces.DECLARATION)
                .addVar(Settings.VARIABLE, settings.entity().structType());
    }

    /** Of what is about records of a company, if it is. */
    private CelCompilerBuilder companyCompiler() {
        if (variables.company().equals(Company.NONE)) {
            return compiler();
        }
        return compiler().addVar(Company.NAME, SimpleType.STRING).addVar(Company.HOME, SimpleType.BOOL);
    }

    private Optional<Program> program(ExpressionText text, CelValidationResult checked, IssueWords words) {
        for (CelIssue issue : checked.getErrors()) {
            words.report(issue, text, faults);
        }
        if (checked.hasError()) {
            return Optional.empty();
        }
        try {
            return Optional.of(runtime.createProgram(ast(checked)));
        } catch (CelEvaluationException e) {
            faults.add(text.placeOf(1, 0), "the expression cannot be run: " + e.getMessage(), "write it differently");
            return Optional.empty();
        }
    }

    private static CelAbstractSyntaxTree ast(CelValidationResult checked) {
        try {
            return checked.getAst();
        } catch (CelValidationException e) {
            throw new IllegalStateException("asked for the tree of an expression with faults", e);
        }
    }

    /** Knows a few record types. */
    private static final class Records implements CelTypeProvider {
        private final ImmutableList<CelType> types;

        Records(CelType... types) {
            this.types = ImmutableList.copyOf(types);
        }

        @Override
        public ImmutableCollection<CelType> types() {
            return types;
        }

        @Override
        public Optional<CelType> findType(String name) {
            return types.stream().filter(type -> type.name().equals(name)).findFirst();
        }
    }
}
