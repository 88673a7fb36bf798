package org.dffmpeg.common.architecture.broken.persistence;

import jakarta.transaction.Transactional;
import org.dffmpeg.common.architecture.broken.core.ThingStore;

/** Breaks A10: a transaction begins behind the entry point. */
@Transactional
public class JpaThingStore implements ThingStore {}
