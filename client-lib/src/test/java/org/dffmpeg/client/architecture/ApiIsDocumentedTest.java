package org.dffmpeg.client.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What users of the library see is described, every class and method of it. */
class ApiIsDocumentedTest {

  private static final Path API = Path.of("src/main/java/org/dffmpeg/client/api");

  @Test
  void every_public_class_and_method_has_a_contract() throws IOException {
    assertThat(undocumented(API)).isEmpty();
  }

  private static List<String> undocumented(Path folder) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (Stream<Path> files = Files.list(folder);
        StandardJavaFileManager manager =
            compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      var sources = manager.getJavaFileObjectsFromPaths(files.toList());
      var task = (JavacTask) compiler.getTask(null, manager, null, null, null, sources);
      var found = new ArrayList<String>();
      for (CompilationUnitTree unit : task.parse()) {
        new Undocumented(DocTrees.instance(task), found).scan(unit, null);
      }
      return found;
    }
  }

  /** Walks what is public, parsed but not compiled. Confined to one thread. */
  private static final class Undocumented extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final DocTrees docs;
    private final List<String> found;

    Undocumented(DocTrees docs, List<String> found) {
      this.docs = docs;
      this.found = found;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
      if (!isPublic(type.getModifiers().getFlags().contains(Modifier.PUBLIC))) {
        return null;
      }
      report(type.getSimpleName().toString());
      return super.visitClass(type, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
      boolean overrides =
          method.getModifiers().getAnnotations().stream()
              .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("Override"));
      if (!overrides && isPublic(method.getModifiers().getFlags().contains(Modifier.PUBLIC))) {
        report(owner().getSimpleName() + "." + method.getName());
      }
      return null;
    }

    private void report(String name) {
      String comment = docs.getDocComment(getCurrentPath());
      if (comment == null || comment.isBlank()) {
        found.add(name);
      }
    }

    /** Members of an interface are public without saying so. */
    private boolean isPublic(boolean declared) {
      TreePath parent = getCurrentPath().getParentPath();
      return declared || parent.getLeaf().getKind() == Tree.Kind.INTERFACE;
    }

    private ClassTree owner() {
      return (ClassTree) getCurrentPath().getParentPath().getLeaf();
    }
  }
}
