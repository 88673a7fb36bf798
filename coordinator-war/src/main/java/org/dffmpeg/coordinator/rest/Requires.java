package org.dffmpeg.coordinator.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.dffmpeg.common.protocol.Role;

/**
 * The caller needs one of these roles, else 403 (PITFALLS W14). Routes of one job need none: there
 * the ownership decides, after it is known that the job exists (PROTOCOL 5.2).
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@interface Requires {
  Role[] value();
}
