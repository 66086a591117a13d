package org.evotrial.report.page;

/** A figure at the top of a page: what it is, its value, and a small line below. */
public record Tile(String label, String value, String note) {}
