package org.dffmpeg.coordinator.core.access;

/**
 * The pages that need no signature. Immutable.
 *
 * @param dashboardEnabled whether there is a dashboard at all
 * @param dashboard who may see it, and its data
 * @param metrics who may read the metrics
 */
public record OpenPages(boolean dashboardEnabled, PageAccess dashboard, PageAccess metrics) {}
