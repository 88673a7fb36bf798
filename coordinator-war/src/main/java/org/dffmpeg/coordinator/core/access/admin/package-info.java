/**
 * Managing identities: the use cases behind the admin routes.
 *
 * <ol>
 *   <li>What is stored was checked: no name that breaks a header or a topic, no scope that is
 *       garbage (PITFALLS W39, W45).
 *   <li>There is always an administrator.
 *   <li>A change counts for the next request to this coordinator, and is in the audit log; a key
 *       never is.
 * </ol>
 */
@NullMarked
package org.dffmpeg.coordinator.core.access.admin;

import org.jspecify.annotations.NullMarked;
