/**
 * The whole run, top to bottom: bytes in, report out. Calls only; it decides nothing.
 *
 * <p>In: a {@link io.tokentrail.pipeline.RunRequest}. Out: a {@link io.tokentrail.model.Report} and
 * the output folder. This package and {@code spark} are the only ones that see several stages. To
 * add a stage, call it in {@link io.tokentrail.pipeline.Inference}. It must not know options as
 * text, terminals or exit codes: that is {@code cli}.
 */
package io.tokentrail.pipeline;
