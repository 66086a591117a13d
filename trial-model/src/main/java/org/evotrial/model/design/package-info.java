/**
 * The parts that every design is made of, as configuration records: arms, accrual, allocation, assessments, looks. Named
 * designs are written in terms of these; how a trial is conducted from them is the engine's business.
 */
@NullMarked
package org.evotrial.model.design;

import org.jspecify.annotations.NullMarked;
