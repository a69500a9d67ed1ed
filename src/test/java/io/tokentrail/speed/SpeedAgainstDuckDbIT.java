package io.tokentrail.speed;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Runs the comparison from Maven; surefire leaves it out of ordinary builds by its name. */
class SpeedAgainstDuckDbIT {

  @Test
  @EnabledIfSystemProperty(named = "speed.file", matches = ".+")
  void oursAgainstDuckDb() throws IOException, InterruptedException {
    System.out.print(
        SpeedAgainstDuckDb.compare(
            System.getProperty("speed.file"), Integer.getInteger("speed.rounds", 5), List.of()));
  }
}
