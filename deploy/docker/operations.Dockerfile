# What the scripts of deploy/scripts need, for jobs in a cluster: encryption, the client of the bucket, Redis' tools.
#
#   docker build -f deploy/docker/operations.Dockerfile -t aviation-weather-operations .
ARG BASE=docker.io/library/debian:12.11-slim
FROM ${BASE}
RUN apt-get update -qq \
 && apt-get install -y -qq --no-install-recommends age awscli ca-certificates openssl redis-tools \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/*
WORKDIR /opt/aviation-weather
COPY deploy/scripts/ ./deploy/scripts/
# A number, so that Kubernetes can see that it is not root.
USER 1993:1993
ENTRYPOINT ["/bin/sh"]
