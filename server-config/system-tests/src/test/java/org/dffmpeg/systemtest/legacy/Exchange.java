package org.dffmpeg.systemtest.legacy;

import jakarta.json.JsonObject;
import java.util.Map;

/**
 * One request that {@link LegacyCoordinator} answered, for a test to look at.
 *
 * @param route method and decoded path
 * @param headers names in lower case
 */
public record Exchange(
    String caller,
    String route,
    Map<String, String> query,
    Map<String, String> headers,
    JsonObject body,
    int status) {}
