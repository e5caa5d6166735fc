package dev.gennaker.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code gennaker.api}.
 *
 * @param maxBody the longest request body that is read
 */
@ConfigurationProperties("gennaker.api")
record ApiSettings(@DefaultValue("8MB") DataSize maxBody) {}
