/** The simulated Metronome: definitions of jobs, their runs, schedules and history. */
@NullMarked
package dev.gennaker.simulator.metronome;

import org.jspecify.annotations.NullMarked;
