package dev.gennaker.database;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.support.TestPropertySourceUtils;

/** Gives each Spring context of a test the database its class asks for; cached with it. */
class DatabaseOfTest implements ContextCustomizerFactory {

  @Override
  public @Nullable ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
    if (TestContextAnnotationUtils.hasAnnotation(testClass, OnPostgres.class)) {
      return Kind.POSTGRES;
    }
    return TestContextAnnotationUtils.hasAnnotation(testClass, OnH2.class) ? Kind.H2 : null;
  }

  enum Kind implements ContextCustomizer {
    H2 {
      @Override
      TestDatabase create() {
        return TestDatabase.h2();
      }
    },
    POSTGRES {
      @Override
      TestDatabase create() {
        return PostgresServer.createDatabase();
      }
    };

    abstract TestDatabase create();

    @Override
    public void customizeContext(
        ConfigurableApplicationContext context, MergedContextConfiguration config) {
      TestPropertySourceUtils.addInlinedPropertiesToEnvironment(context, create().properties());
    }
  }
}
