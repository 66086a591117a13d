package org.evotrial.architecture.offenders.design;

/** Breaks: classes are named for what they are. */
class DesignManager {}
