package org.dffmpeg.common.json;

/** One wire record as a JSON object, mapped by hand. Stateless. */
interface Codec<T> {
  /** Writes the members, in the order of PROTOCOL; the braces are the caller's. */
  void write(T value, ObjectWriter out);

  /** Reads the members; what is wrong is noted in the reader, and a stand-in taken for it. */
  T read(ObjectReader in);
}
