package io.tokentrail.pipeline;

/**
 * Told how far a run is. Calls come from one thread; what is done with them is the command line's
 * business.
 */
public interface Progress {

  /** Nobody is told. */
  Progress SILENT =
      new Progress() {
        @Override
        public void offered(int files, long bytes, java.util.List<String> leftOut) {}

        @Override
        public void read(long bytes, long records) {}

        @Override
        public void relating(long pods, long lifetimes, long failures) {}
      };

  /** What was offered and what of it is left out, as {@code path (size) reason}. */
  void offered(int files, long bytes, java.util.List<String> leftOut);

  /** How much has been read so far: stored bytes and audit records. */
  void read(long bytes, long records);

  /** Reading is done. */
  void relating(long pods, long lifetimes, long failures);
}
