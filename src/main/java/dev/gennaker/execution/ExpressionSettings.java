package dev.gennaker.execution;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code gennaker.expressions}.
 *
 * @param urls what {@code #fromUrl} and its kin may read: addresses that begin with one of these,
 *     each with its host, e.g. {@code https://config.example.com/shop/}; none by default
 */
@ConfigurationProperties("gennaker.expressions")
record ExpressionSettings(@DefaultValue List<String> urls) {}
