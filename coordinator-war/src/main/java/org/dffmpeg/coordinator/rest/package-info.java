/**
 * The HTTP API (PROTOCOL 5): from bytes to a use case and back, and no rule of its own.
 *
 * <ol>
 *   <li>Routing comes first (404, 405), then the signature over the raw bytes (401), then the role
 *       (403), then the body and the parameters (422, 400), then the use case (404, 403, 409).
 *   <li>Every answer is JSON; no exception leaves as HTML or with a stack trace.
 *   <li>A body is read whatever its content type says.
 * </ol>
 */
@NullMarked
package org.dffmpeg.coordinator.rest;

import org.jspecify.annotations.NullMarked;
