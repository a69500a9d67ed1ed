/**
 * The report as a reader sees it: real Chromium opens it at phone, laptop and print size, light and
 * dark, with and without scripts, and axe-core looks for what shuts readers out.
 */
package io.tokentrail.report.browser;
