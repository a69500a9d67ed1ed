package io.tokentrail.correlate;

/**
 * An incident and the windows it could have begun in.
 *
 * @param incident the incident
 * @param exposure its pod's; the account's where the pod is not known
 */
record Placed(Incident incident, Exposure exposure) {

  boolean inside() {
    return exposure.windows().contains(incident.at());
  }

  long milli() {
    return incident.at().toEpochMilli();
  }

  /** When it would have begun that many milliseconds of its pod's time later. */
  long shifted(long lag) {
    return exposure.shifted(milli(), lag);
  }
}
