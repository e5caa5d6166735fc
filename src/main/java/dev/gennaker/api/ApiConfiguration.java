package dev.gennaker.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How the API reads bodies, and what its description says of itself. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebMvcConfigurer {

  private final ApiSettings settings;

  ApiConfiguration(ApiSettings settings) {
    this.settings = settings;
  }

  @Override
  public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
    converters.addCustomConverter(new JsonBodies(settings));
  }

  @Bean
  OpenAPI description(@Value("${spring.application.version}") String version) {
    SpringDocUtils.getConfig()
        .replaceWithSchema(ObjectNode.class, new ObjectSchema())
        .replaceWithSchema(ArrayNode.class, new ArraySchema().items(new ObjectSchema()));
    return new OpenAPI()
        .info(
            new Info()
                .title("Gennaker")
                .version(version)
                .description(
                    "Pipelines, executions, judgments and what runs where, in the shape of"
                        + " Spinnaker's Gate: clients of Gate work with this address followed by"
                        + " /api. Times are milliseconds since 1970. Errors are problem details"
                        + " (RFC 9457); where content is wrong, `problems` says where and what to"
                        + " do.")
                .license(new License().name("Apache-2.0")))
        .components(
            new Components()
                .addSecuritySchemes(
                    "basic", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic")))
        .addSecurityItem(new SecurityRequirement().addList("basic"));
  }
}
