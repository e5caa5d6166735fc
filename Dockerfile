# Built where the sources are: docker build -t gennaker .
# The bases may be replaced by others of the same kind: a JDK 25 with Maven and npm, and a JDK 25.
ARG BUILDER=maven:3.9-eclipse-temurin-25
ARG RUNTIME=eclipse-temurin:25-jdk

FROM ${BUILDER} AS build
# npm fetches the Node that builds the screen; a builder that brings npm needs nothing here.
RUN command -v npm >/dev/null || (apt-get update -q && apt-get install -qy --no-install-recommends npm && rm -rf /var/lib/apt/lists/*)
WORKDIR /src
COPY . .
RUN tools/build

FROM ${RUNTIME} AS runtime
RUN groupadd --gid 10001 gennaker \
 && useradd --uid 10001 --gid gennaker --no-create-home --home-dir /data --shell /usr/sbin/nologin gennaker \
 && mkdir -p /data /opt/gennaker/target/run && chown gennaker:gennaker /data
WORKDIR /opt/gennaker
COPY --from=build /src/target/run/app target/run/app
COPY tools tools
# A training run in the demo profile; the cache belongs to this jar and this JVM.
RUN tools/aot && rm -rf target/run/aot.* && chmod -R a+rX target
COPY deploy/start /opt/gennaker/start
USER 10001:10001
VOLUME /data
EXPOSE 8080
ENV SERVER_ADDRESS=0.0.0.0 GENNAKER_DATA=/data
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s CMD ["/opt/gennaker/start", "--is-healthy"]
ENTRYPOINT ["/opt/gennaker/start"]
