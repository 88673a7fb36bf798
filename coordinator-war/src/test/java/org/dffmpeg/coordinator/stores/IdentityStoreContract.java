package org.dffmpeg.coordinator.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dffmpeg.coordinator.stores.Samples.NOW;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.protocol.Role;
import org.dffmpeg.coordinator.core.access.Identity;
import org.dffmpeg.coordinator.core.access.IdentityStore;
import org.dffmpeg.coordinator.core.access.SealedKey;
import org.junit.jupiter.api.Test;

/** What every {@link IdentityStore} promises. */
public abstract class IdentityStoreContract {
  protected abstract Stores stores();

  @Test
  void an_identity_comes_back_as_it_was_stored() {
    Identity stored = identity("alice", Optional.of("k1"), Role.CLIENT, Role.WORKER);

    insert(stored);

    assertThat(find("alice")).contains(stored);
    assertThat(find("Alice")).isEmpty();
  }

  @Test
  void a_name_is_taken_once() {
    assertThat(insert(identity("alice", Optional.empty(), Role.CLIENT))).isTrue();
    assertThat(insert(identity("alice", Optional.empty(), Role.ADMIN))).isFalse();
    assertThat(find("alice").orElseThrow().roles()).containsExactly(Role.CLIENT);
  }

  @Test
  void identities_are_listed_by_name_in_pages() {
    assertThat(done(IdentityStore::isEmpty)).isTrue();
    for (String name : List.of("b", "a", "C", "ä")) {
      insert(identity(name, Optional.empty(), Role.CLIENT));
    }

    assertThat(done(IdentityStore::isEmpty)).isFalse();
    assertThat(list(IdentityStore::all)).extracting(Identity::id).isSorted().hasSize(4);
    assertThat(list(store -> store.after(Optional.of(new ClientId("a")), 1)))
        .extracting(Identity::id)
        .containsExactly(new ClientId("b"));
  }

  @Test
  void identities_are_found_by_role() {
    insert(identity("alice", Optional.empty(), Role.CLIENT, Role.WORKER));
    insert(identity("root", Optional.empty(), Role.ADMIN));

    List<ClientId> found = write(store -> store.withRole(Role.WORKER));

    assertThat(found).containsExactly(new ClientId("alice"));
  }

  @Test
  void only_the_first_of_two_who_saw_the_same_identity_wins() {
    insert(identity("alice", Optional.of("k1"), Role.CLIENT));
    Identity seen = find("alice").orElseThrow();
    SealedKey rotated = new SealedKey("rotated", Optional.empty());

    assertThat(done(store -> store.replace(seen, seen.withKey(rotated)))).isTrue();
    assertThat(done(store -> store.replace(seen, seen.withAllowedCidrs(List.of())))).isFalse();
    assertThat(find("alice").orElseThrow().key()).isEqualTo(rotated);
  }

  @Test
  void the_scope_is_replaced() {
    insert(identity("alice", Optional.empty(), Role.CLIENT));
    Identity seen = find("alice").orElseThrow();

    write(store -> store.replace(seen, seen.withAllowedCidrs(List.of("::1/128"))));

    assertThat(find("alice").orElseThrow().allowedCidrs()).containsExactly("::1/128");
  }

  @Test
  void a_deleted_identity_is_gone() {
    insert(identity("alice", Optional.empty(), Role.CLIENT));

    assertThat(done(store -> store.delete(new ClientId("alice")))).isTrue();
    assertThat(done(store -> store.delete(new ClientId("alice")))).isFalse();
    assertThat(find("alice")).isEmpty();
  }

  private static Identity identity(String name, Optional<String> keyId, Role... roles) {
    return new Identity(
        new ClientId(name),
        Set.of(roles),
        List.of("10.0.0.0/8"),
        new SealedKey("sealed", keyId),
        NOW,
        0);
  }

  private boolean insert(Identity identity) {
    return write(store -> store.insert(identity));
  }

  private Optional<Identity> find(String name) {
    return write(store -> store.find(new ClientId(name)));
  }

  private boolean done(Predicate<IdentityStore> change) {
    return write(change::test);
  }

  private List<Identity> list(Function<IdentityStore, List<Identity>> question) {
    return write(question);
  }

  private <T> T write(Function<IdentityStore, T> change) {
    return stores().transactions().write(unit -> change.apply(stores().identities()));
  }
}
