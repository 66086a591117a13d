package org.evotrial.model.json;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the constraints of Jakarta Validation, and {@link Probability}, from annotations. */
final class Constraints {
    private final AnnotatedElement element;
    private final List<Constraint> found = new ArrayList<>();

    private Constraints(AnnotatedElement element) {
        this.element = element;
    }

    static List<Constraint> of(AnnotatedElement element) {
        Constraints constraints = new Constraints(element);
        constraints.collect();
        return List.copyOf(constraints.found);
    }

    private void collect() {
        add(Probability.class, a -> new Constraint.UnitInterval());
        add(Positive.class, a -> new Constraint.AtLeast(BigDecimal.ZERO, false));
        add(PositiveOrZero.class, a -> new Constraint.AtLeast(BigDecimal.ZERO, true));
        add(Negative.class, a -> new Constraint.AtMost(BigDecimal.ZERO, false));
        add(NegativeOrZero.class, a -> new Constraint.AtMost(BigDecimal.ZERO, true));
        add(Min.class, a -> new Constraint.AtLeast(BigDecimal.valueOf(a.value()), true));
        add(Max.class, a -> new Constraint.AtMost(BigDecimal.valueOf(a.value()), true));
        add(DecimalMin.class, a -> new Constraint.AtLeast(new BigDecimal(a.value()), a.inclusive()));
        add(DecimalMax.class, a -> new Constraint.AtMost(new BigDecimal(a.value()), a.inclusive()));
        add(NotEmpty.class, a -> new Constraint.Length(1, Integer.MAX_VALUE));
        add(Size.class, a -> new Constraint.Length(a.min(), a.max()));
        add(Pattern.class, a -> new Constraint.Form(a.regexp()));
        add(NotBlank.class, a -> new Constraint.Form("(?s).*\\S.*"));
    }

    private <A extends Annotation> void add(Class<A> type, Function<A, Constraint> constraint) {
        @Nullable A annotation = element.getAnnotation(type);
        if (annotation != null) {
            found.add(constraint.apply(annotation));
        }
    }
}
