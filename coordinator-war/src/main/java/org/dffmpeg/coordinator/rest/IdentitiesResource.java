package org.dffmpeg.coordinator.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.dffmpeg.common.json.WireFormatException;
import org.dffmpeg.common.json.WireJson;
import org.dffmpeg.common.protocol.AddUser;
import org.dffmpeg.common.protocol.ReEncrypt;
import org.dffmpeg.common.protocol.Role;
import org.dffmpeg.coordinator.core.access.Caller;
import org.dffmpeg.coordinator.core.access.admin.AddIdentity;
import org.dffmpeg.coordinator.core.access.admin.DeleteIdentity;
import org.dffmpeg.coordinator.core.access.admin.FindIdentities;
import org.dffmpeg.coordinator.core.access.admin.ReEncryptKeys;
import org.dffmpeg.coordinator.core.access.admin.RevealKey;
import org.dffmpeg.coordinator.core.access.admin.RotateKey;
import org.dffmpeg.coordinator.core.access.admin.SetScope;

/** Managing identities. */
@Signed
@Requires(Role.ADMIN)
@ApiResource
@Path("/admin")
public class IdentitiesResource {
  private final FindIdentities findIdentities;
  private final AddIdentity addIdentity;
  private final DeleteIdentity deleteIdentity;
  private final RotateKey rotateKey;
  private final SetScope setScope;
  private final RevealKey revealKey;
  private final ReEncryptKeys reEncryptKeys;

  @Inject
  public IdentitiesResource(
      FindIdentities findIdentities,
      AddIdentity addIdentity,
      DeleteIdentity deleteIdentity,
      RotateKey rotateKey,
      SetScope setScope,
      RevealKey revealKey,
      ReEncryptKeys reEncryptKeys) {
    this.findIdentities = findIdentities;
    this.addIdentity = addIdentity;
    this.deleteIdentity = deleteIdentity;
    this.rotateKey = rotateKey;
    this.setScope = setScope;
    this.revealKey = revealKey;
    this.reEncryptKeys = reEncryptKeys;
  }

  @GET
  @Path("/users")
  public Response list() {
    return Answers.list(findIdentities.run());
  }

  @GET
  @Path("/users/{id}")
  public Response show(@PathParam("id") String id) {
    return Answers.of(findIdentities.run(Ids.identity(id)));
  }

  @POST
  @Path("/users")
  public Response add(@Context SecurityContext security, byte[] body) throws WireFormatException {
    return Answers.of(addIdentity.run(caller(security), WireJson.read(AddUser.class, body)));
  }

  @DELETE
  @Path("/users/{id}")
  public Response delete(@Context SecurityContext security, @PathParam("id") String id) {
    return Answers.of(deleteIdentity.run(caller(security), Ids.identity(id)));
  }

  @POST
  @Path("/users/{id}/rotate-key")
  public Response rotateKey(@Context SecurityContext security, @PathParam("id") String id) {
    return Answers.of(rotateKey.run(caller(security), Ids.identity(id)));
  }

  @PUT
  @Path("/users/{id}/scope")
  public Response setScope(
      @Context SecurityContext security, @PathParam("id") String id, byte[] body)
      throws WireFormatException {
    var request = WireJson.read(org.dffmpeg.common.protocol.SetScope.class, body);
    return Answers.of(setScope.run(caller(security), Ids.identity(id), request.allowedCidrs()));
  }

  @GET
  @Path("/users/{id}/key")
  public Response key(@Context SecurityContext security, @PathParam("id") String id) {
    return Answers.of(revealKey.run(caller(security), Ids.identity(id)));
  }

  @POST
  @Path("/security/re-encrypt")
  public Response reEncrypt(@Context SecurityContext security, byte[] body)
      throws WireFormatException {
    return Answers.of(reEncryptKeys.run(caller(security), WireJson.read(ReEncrypt.class, body)));
  }

  private static Caller caller(SecurityContext security) {
    return CallerContext.callerOf(security);
  }
}
