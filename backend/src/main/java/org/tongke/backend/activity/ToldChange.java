package org.tongke.backend.activity;

/**
 * A change that somebody is told of.
 *
 * @param activity the activity as it stands now
 * @param change the change, with those fields alone that somebody is told of
 */
public record ToldChange(Activity activity, ActivityChange change) {

    /** Where it stands among all changes. */
    public ChangePlace place() {
        return new ChangePlace(change.recordedAt(), activity.id(), change.revision());
    }
}
