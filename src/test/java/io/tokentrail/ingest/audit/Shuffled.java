package io.tokentrail.ingest.audit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Spreads parts over workers at random and merges what they send in any order.
 *
 * @param seed of the order
 */
record Shuffled(long seed) implements Carrier {

  @Override
  public int threads() {
    return 3;
  }

  @Override
  public <S extends Mergeable<S> & Serializable> S carry(List<Part> parts, PartWork<S> work) {
    Random random = new Random(seed);
    List<Part> shuffled = new ArrayList<>(parts);
    Collections.shuffle(shuffled, random);
    List<S> states = new ArrayList<>();
    while (!shuffled.isEmpty()) {
      PartWork.Session<S> session = sent(work).session();
      for (int i = random.nextInt(6); i >= 0 && !shuffled.isEmpty(); i--) {
        session.read(shuffled.remove(shuffled.size() - 1));
      }
      states.add(sent(session.state()));
    }
    Collections.shuffle(states, random);
    S merged = states.get(0);
    states.subList(1, states.size()).forEach(merged::merge);
    return merged;
  }

  /** As it arrives on another machine. */
  @SuppressWarnings("unchecked") // what was written is read
  private static <T extends Serializable> T sent(T value) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(value);
      }
      try (ObjectInputStream in =
          new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
        return (T) in.readObject();
      }
    } catch (IOException | ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
