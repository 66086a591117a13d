package org.evotrial.benchmarks;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.util.FastMath;
import org.evotrial.spi.StrictFunctions;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Platform-independent transcendental functions: {@code StrictFunctions} and the two libraries that it could use. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class StrictFunctionsBenchmark {
    private static final int ARGUMENTS = 4096;

    /** The function. */
    @Param({"exp", "expm1", "log", "log1p", "cbrt"})
    public String function = "exp";

    private final double[] arguments = new double[ARGUMENTS];
    private DoubleUnaryOperator strictMath = StrictMath::exp;
    private DoubleUnaryOperator fastMath = FastMath::exp;
    private DoubleUnaryOperator chosen = StrictFunctions::exp;

    /** Draws arguments of the kind that simulations use: uniform in (0, 1], growth exponents up to 9. */
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < ARGUMENTS; i++) {
            arguments[i] = 1 - random.nextDouble();
        }
        strictMath = switch (function) {
            case "exp" -> x -> StrictMath.exp(-9 * x);
            case "expm1" -> x -> StrictMath.expm1(-x);
            case "log" -> StrictMath::log;
            case "log1p" -> x -> StrictMath.log1p(-0.9 * x);
            default -> StrictMath::cbrt;
        };
        fastMath = switch (function) {
            case "exp" -> x -> FastMath.exp(-9 * x);
            case "expm1" -> x -> FastMath.expm1(-x);
            case "log" -> FastMath::log;
            case "log1p" -> x -> FastMath.log1p(-0.9 * x);
            default -> FastMath::cbrt;
        };
        chosen = switch (function) {
            case "exp" -> x -> StrictFunctions.exp(-9 * x);
            case "expm1" -> x -> StrictFunctions.expm1(-x);
            case "log" -> StrictFunctions::log;
            case "log1p" -> x -> StrictFunctions.log1p(-0.9 * x);
            default -> StrictFunctions::cbrt;
        };
    }

    /** The JDK's fdlibm. */
    @Benchmark
    @OperationsPerInvocation(ARGUMENTS)
    public double strictMath() {
        return sum(strictMath);
    }

    /** Commons Math. */
    @Benchmark
    @OperationsPerInvocation(ARGUMENTS)
    public double fastMath() {
        return sum(fastMath);
    }

    /** What simulations use. */
    @Benchmark
    @OperationsPerInvocation(ARGUMENTS)
    public double chosen() {
        return sum(chosen);
    }

    private double sum(DoubleUnaryOperator f) {
        double sum = 0;
        for (double x : arguments) {
            sum += f.applyAsDouble(x);
        }
        return sum;
    }
}
