package org.dffmpeg.common.architecture.broken.core;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import org.dffmpeg.common.architecture.broken.boot.Wiring;
import org.dffmpeg.common.architecture.broken.library.ThirdParty;

/** Breaks A1, A3, A5, A7 and A12. */
public record KnowsTooMuch(
    EntityManager entities, Connection connection, Wiring wiring, ThirdParty thirdParty) {}
