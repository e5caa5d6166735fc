package dev.gennaker.stage.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageNameTests {

  @ParameterizedTest
  @CsvSource({
    "nginx, '', nginx, '', ''",
    "nginx:1.11, '', nginx, 1.11, ''",
    "shop/web:1.8.3, '', shop/web, 1.8.3, ''",
    "registry.example.com/shop/web:2, registry.example.com, shop/web, 2, ''",
    "localhost:5000/web, localhost:5000, web, '', ''",
    "registry:5000/a/b/c:latest, registry:5000, a/b/c, latest, ''",
    "shop/web:1@sha256:abc, '', shop/web, 1, sha256:abc",
    "shop/web@sha256:abc, '', shop/web, '', sha256:abc"
  })
  void takesApartAndPutsTogether(
      String image, String registry, String repository, String tag, String digest) {
    ImageName name = ImageName.parse(image);

    assertThat(name).isEqualTo(new ImageName(registry, repository, tag, digest));
    assertThat(name.id()).isEqualTo(image);
  }
}
