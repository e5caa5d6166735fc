package dev.gennaker;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The one process: screen, API, engine and inventory. */
@SpringBootApplication
public class Gennaker {

  public static void main(String[] args) {
    SpringApplication.run(Gennaker.class, args);
  }
}
