package io.tokentrail.pipeline;

/**
 * Told how far a run is. Calls may come from several threads; what is done with them is the command
 * line's business.
 */
public interface Progress {

  /** Nobody is told. */
  Progress SILENT =
      new Progress() {
        @Override
        public void offered(int files, long bytes, java.util.List<String> leftOut) {}

        @Override
        public void read(long bytes) {}

        @Override
        public void relating(long pods, long lifetimes, long failures) {}
      };

  /** What was offered and what of it is left out, as {@code path (size) reason}. */
  void offered(int files, long bytes, java.util.List<String> leftOut);

  /** How much of the audit log has been read so far, in stored bytes. */
  void read(long bytes);

  /** Reading is done. */
  void relating(long pods, long lifetimes, long failures);
}
