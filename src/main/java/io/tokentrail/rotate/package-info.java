/**
 * WHEN tokens were issued, refreshed and died.
 *
 * <p>In: facts. Out: one {@link io.tokentrail.model.Lifetime} for each token that a TokenRequest
 * brought or that lies in the input itself, and what is due next as {@link
 * io.tokentrail.model.Outlook}. Requests that do not say which pod they are for are given to pods
 * by {@link io.tokentrail.rotate.PodMatching}, never by guessing: where two pods fit, none is
 * named. It must not know 401s' senders beyond what the caller hands in, nor causes.
 */
package io.tokentrail.rotate;
