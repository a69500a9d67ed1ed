package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.Case;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Evidence;
import io.tokentrail.model.Pod;
import io.tokentrail.model.Severity;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.Subject;
import io.tokentrail.model.TokenFile;
import io.tokentrail.model.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Token files that more users of the pod can read than need to. Kubelets write 0644, 0600 where all
 * containers run as one set user, 0640 with an fsGroup (projected.go).
 */
final class TokenFileTooOpen implements Cause {

  private static final int OTHERS = 0007;

  @Override
  public CauseCode code() {
    return CauseCode.TOKEN_FILE_TOO_OPEN;
  }

  @Override
  public Verdict examine(Case subject, List<Refusal> refusals) {
    List<TokenFile> files = subject.facts().tokenFiles();
    if (files.isEmpty()) {
      return new Verdict.NotChecked("token-files: modes and ages of the files in the pods");
    }
    Map<String, Pod> pods = new HashMap<>();
    for (Snapshot snapshot : subject.facts().snapshots()) {
      snapshot.pods().forEach(p -> pods.put(p.namespace() + "/" + p.name(), p));
    }
    List<TokenFile> open = new ArrayList<>();
    List<Diagnosis> found = new ArrayList<>();
    for (TokenFile file : files) {
      Pod pod = pods.get(file.namespace() + "/" + file.pod());
      boolean narrowed = pod != null && (pod.spec().fsGroup() || pod.spec().commonRunAsUser());
      if ((file.mode() & OTHERS) != 0) {
        if (narrowed) {
          found.add(despite(file, pod, subject));
        } else {
          open.add(file);
        }
      }
    }
    if (!open.isEmpty()) {
      found.add(everywhere(open, subject));
    }
    return found.isEmpty()
        ? new Verdict.Clear(Wording.count(files.size(), "token file"))
        : new Verdict.Found(found);
  }

  private static Diagnosis despite(TokenFile file, Pod pod, Case subject) {
    Subject about = Subject.ofOther("mode of " + file.path()).withPod(file.pod());
    if (!pod.spec().serviceAccount().isEmpty()) {
      about = about.withAccount(new Account(pod.namespace(), pod.spec().serviceAccount()));
    }
    return new Claim(CauseCode.TOKEN_FILE_TOO_OPEN, about)
        .severity(Severity.MEDIUM)
        .confidence(0.9)
        .began(file.capturedAt())
        .says(
            "The token file of "
                + file.namespace()
                + "/"
                + file.pod()
                + " has mode "
                + octal(file.mode())
                + ", wider than its security context gives ("
                + (pod.spec().fsGroup() ? "0640" : "0600")
                + ").")
        .shows(Evidence.at(file.place(), "the file's mode"))
        .shows(Evidence.at(pod.place(), "the pod's security context"))
        .step(
            "kubectl get pod -n "
                + Wording.name(file.namespace(), "namespace")
                + " "
                + Wording.name(file.pod(), "pod")
                + " -o yaml  # does the container copy or chmod the file?")
        .step(
            "mount the projected volume where the program reads it instead of copying the file; that"
                + " restarts the pod")
        .step("stat -L -c %a on the token file in the new pod shows that it worked")
        .in(subject);
  }

  private static Diagnosis everywhere(List<TokenFile> open, Case subject) {
    TreeSet<String> pods = new TreeSet<>();
    open.forEach(f -> pods.add(f.namespace() + "/" + f.pod()));
    Claim claim =
        new Claim(CauseCode.TOKEN_FILE_TOO_OPEN, Subject.ALL)
            .severity(Severity.LOW)
            .confidence(0.95)
            .began(open.get(0).capturedAt())
            .ended(open.get(open.size() - 1).capturedAt())
            .says(
                "Every user in "
                    + Wording.count(pods.size(), "pod")
                    + " ("
                    + Wording.some(pods)
                    + ") can read the token file: mode "
                    + octal(open.get(0).mode())
                    + ", the kubelet's default where the pod sets neither one runAsUser nor an"
                    + " fsGroup.");
    open.stream()
        .limit(4)
        .forEach(f -> claim.shows(Evidence.at(f.place(), "mode " + octal(f.mode()))));
    return claim
        .step(
            "set spec.securityContext.runAsUser (one for all containers: 0600) or fsGroup (0640) in"
                + " the workloads' pod templates; test that each container can still read its token")
        .step(
            "set automountServiceAccountToken: false where no container calls the API; both restart the"
                + " pods")
        .step("stat -L -c %a on the token file in a new pod shows that it worked")
        .in(subject);
  }

  private static String octal(int mode) {
    return "0" + Integer.toOctalString(mode);
  }
}
