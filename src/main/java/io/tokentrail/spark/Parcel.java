package io.tokentrail.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.Optional;

/**
 * Something on its way between driver and tasks. Records have {@link Optional} components, which
 * Java's serialization refuses; here they travel. It is packed as it is sent, not before: no more
 * of it stands in memory than is under way.
 *
 * @param <T> what is in it
 */
final class Parcel<T> implements Serializable {

  private static final long serialVersionUID = 1;

  private transient T content;

  Parcel(T content) {
    this.content = content;
  }

  T content() {
    return content;
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Packing packing = new Packing(bytes)) {
      packing.writeObject(content);
    }
    out.writeObject(bytes.toByteArray());
  }

  @SuppressWarnings("unchecked") // what was packed is what comes out
  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    try (Unpacking unpacking = new Unpacking(new ByteArrayInputStream((byte[]) in.readObject()))) {
      content = (T) unpacking.readObject();
    }
  }

  /** An Optional that travels. */
  private record Maybe(Object value) implements Serializable {
    private Object readResolve() {
      return Optional.ofNullable(value);
    }
  }

  private static final class Packing extends ObjectOutputStream {
    Packing(OutputStream out) throws IOException {
      super(out);
      enableReplaceObject(true);
    }

    @Override
    protected Object replaceObject(Object object) {
      return object instanceof Optional<?> optional ? new Maybe(optional.orElse(null)) : object;
    }
  }

  private static final class Unpacking extends ObjectInputStream {
    Unpacking(InputStream in) throws IOException {
      super(in);
    }

    /** By the loader of this program, which is not always that of Spark. */
    @Override
    protected Class<?> resolveClass(ObjectStreamClass type)
        throws IOException, ClassNotFoundException {
      try {
        return Class.forName(type.getName(), false, Parcel.class.getClassLoader());
      } catch (ClassNotFoundException e) {
        return super.resolveClass(type);
      }
    }
  }
}
