/**
 * Speed against DuckDB on the same file, whole processes in interleaved rounds. Not part of the
 * build: {@link io.tokentrail.speed.SpeedAgainstDuckDb} says how it is run.
 */
package io.tokentrail.speed;
