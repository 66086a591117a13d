package org.evotrial.design.analysis;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import java.io.Serializable;
import java.util.List;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.TypeId;
import org.evotrial.statistics.groupsequential.SpendingFunction;

/** How a one-sided type I error is spent over the information of a group-sequential test. */
@Description("How the type I error is spent over the looks.")
public sealed interface AlphaSpending extends Serializable {
    /** The spending function. */
    SpendingFunction function();

    /** For the synopsis. */
    String label();

    /** Lan and DeMets' function of O'Brien-Fleming type (doi:10.1093/biomet/70.3.659). */
    @TypeId("obrien-fleming")
    @Description("Lan-DeMets spending of O'Brien-Fleming type: hardly anything early.")
    record OBrienFleming() implements AlphaSpending {
        @Override
        public SpendingFunction function() {
            return new SpendingFunction.LanDeMetsOBrienFleming();
        }

        @Override
        public String label() {
            return "Lan-DeMets spending of O'Brien-Fleming type";
        }
    }

    /** Lan and DeMets' function of Pocock type (doi:10.1093/biomet/70.3.659). */
    @TypeId("pocock")
    @Description("Lan-DeMets spending of Pocock type: about evenly.")
    record Pocock() implements AlphaSpending {
        @Override
        public SpendingFunction function() {
            return new SpendingFunction.LanDeMetsPocock();
        }

        @Override
        public String label() {
            return "Lan-DeMets spending of Pocock type";
        }
    }

    /**
     * Hwang, Shih and DeCani's function (doi:10.1002/sim.4780091207).
     *
     * @param gamma -4 resembles O'Brien-Fleming, 1 Pocock
     */
    @TypeId("hwang-shih-decani")
    @Description("Hwang-Shih-DeCani spending with parameter gamma.")
    record HwangShihDeCani(
            @Description("-4 resembles O'Brien-Fleming, 1 Pocock.")
            double gamma) implements AlphaSpending {
        @Override
        public SpendingFunction function() {
            return new SpendingFunction.HwangShihDeCani(gamma);
        }

        @Override
        public String label() {
            return "Hwang-Shih-DeCani spending with gamma %s".formatted(gamma);
        }
    }

    /**
     * Kim and DeMets' power function (doi:10.1093/biomet/74.1.149).
     *
     * @param rho exponent of the information fraction
     */
    @TypeId("kim-demets")
    @Description("Kim-DeMets spending: a power of the information fraction.")
    record KimDeMets(
            @Description("Exponent: 1 spends evenly, 3 resembles O'Brien-Fleming.") @Positive
            double rho) implements AlphaSpending {
        @Override
        public SpendingFunction function() {
            return new SpendingFunction.KimDeMets(rho);
        }

        @Override
        public String label() {
            return "Kim-DeMets spending with exponent %s".formatted(rho);
        }
    }

    /**
     * A function given by points, linear in between.
     *
     * @param informationFractions strictly ascending, the last one 1
     * @param shares shares of alpha spent by then, the last one 1
     */
    @TypeId("tabulated")
    @Description("A spending function given by points, linear in between, through (0, 0) and (1, 1).")
    record Tabulated(
            @Description("Information fractions, strictly ascending, the last one 1.") @NotEmpty
            List<Double> informationFractions,

            @Description("Shares of alpha spent by then, the last one 1.") @NotEmpty
            List<Double> shares)
            implements AlphaSpending {
        public Tabulated {
            informationFractions = List.copyOf(informationFractions);
            shares = List.copyOf(shares);
            new SpendingFunction.Tabulated(informationFractions, shares);
        }

        @Override
        public SpendingFunction function() {
            return new SpendingFunction.Tabulated(informationFractions, shares);
        }

        @Override
        public String label() {
            return "tabulated spending";
        }
    }
}
