package org.tongke.backend.activity;

/**
 * An activity and the version of the report that it stands by.
 *
 * @param activity the activity
 * @param reported the newest report that was applied
 */
record StoredActivity(Activity activity, ReportedVersion reported) {}
