package org.dffmpeg.coordinator.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How many rows there are. */
record Tables(Database database) {
  private static final String ALL =
      "select table_name from information_schema.tables"
          + " where table_schema in ('public', 'PUBLIC') and table_type = 'BASE TABLE'";

  /** Of every table that there is, by its name in lower case. */
  Map<String, Long> rows() {
    try (Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement()) {
      Map<String, Long> rows = new LinkedHashMap<>();
      for (String table : names(statement)) {
        try (ResultSet count = statement.executeQuery("select count(*) from \"" + table + "\"")) {
          count.next();
          rows.put(table.toLowerCase(Locale.ROOT), count.getLong(1));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException("counting rows", e);
    }
  }

  private static List<String> names(Statement statement) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet tables = statement.executeQuery(ALL)) {
      while (tables.next()) {
        names.add(tables.getString(1));
      }
    }
    return names;
  }
}
