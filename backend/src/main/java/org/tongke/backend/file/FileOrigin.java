package org.tongke.backend.file;

import org.jspecify.annotations.Nullable;

/**
 * Where and with what a picture was taken, as its camera wrote it: easily forged, and a trace of a person. Kept apart from the file.
 *
 * @param latitude degrees (WGS 84), north positive; null if the camera does not say
 * @param longitude degrees, east positive; null if the camera does not say
 * @param device maker and model; null if the camera does not say
 */
public record FileOrigin(
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String device) {}
