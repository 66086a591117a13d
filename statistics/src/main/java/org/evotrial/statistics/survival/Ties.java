package org.evotrial.statistics.survival;

/** How a partial likelihood treats events at the same time. All agree without ties. */
public enum Ties {
    /** Efron 1977, doi:10.1080/01621459.1977.10480613: the average risk set; the usual choice. */
    EFRON,
    /** Breslow 1974, doi:10.2307/2529620: the whole risk set for each event; biased to no effect where ties are many. */
    BRESLOW,
    /**
     * Cox 1972, doi:10.1111/j.2517-6161.1972.tb00899.x: the conditional likelihood of discrete times, whose parameter is
     * a log odds ratio. R's survival calls it exact.
     */
    DISCRETE
}
